import type { enAccount } from './en-account.ts';
import type { Words } from './words.ts';

export const jaAccount: Words<typeof enAccount> = {
  'orders.renews': '更新日',
  'orders.end': '更新を終了する',
  'orders.end.title': '注文{id}の更新を終了する',
  'orders.end.says':
    '{day}に新しい注文は続かず、{price}は請求されません。注文{id}そのものは合意どおり続きます。更新の終了に費用はかかりません。',
  'orders.end.whole': '注文そのものを取り消す場合はご連絡ください。納品済みの分の金額を先にお知らせします。',
  'orders.end.reason': '理由',
  'orders.end.done': '更新は終了しました。この注文に続く注文はありません。',
  'blocked.title': 'ブロックしたドメイン',
  'blocked.says': 'これらのドメインとその下位にはリンクを設置しません。すでにあるリンクは残ります。',
  'blocked.none': 'ブロックしたドメインはありません',
  'blocked.none.text': '競合他社のサイトなど、リンクを設置してほしくないサイトを指定してください。',
  'blocked.domain': 'ドメイン',
  'blocked.add': 'ブロックする',
  'blocked.allow': '{domain}へのリンクを再び許可する',
  'blocked.added': '{domain}をブロックしました。そこでの未決の提案は取り下げました。',
  'blocked.allowed': 'そのドメインへのリンクを再び許可しました。',
  'billing.title': '請求先情報',
  'billing.says': 'この情報は、今後発行するすべての請求書に記載されます。発行済みの請求書は変わりません。',
  'billing.name': '氏名または会社名',
  'billing.address': '住所',
  'billing.tax_id': '税務番号',
  'billing.email': '請求書に記載するメールアドレス',
  'billing.country': '国（DEのような2文字）',
  'billing.saved': '保存しました。次の請求書はこの内容で発行されます。',
};
