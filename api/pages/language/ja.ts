import { jaAccount } from './ja-account.ts';
import { jaClient } from './ja-client.ts';
import { jaMoney } from './ja-money.ts';
import { jaOrders } from './ja-orders.ts';
import { jaReports } from './ja-reports.ts';
import { jaSignIn } from './ja-sign-in.ts';
import { jaTalk } from './ja-talk.ts';
import { jaTold } from './ja-told.ts';
import type { PageWords } from './page-words.ts';

/** What pages say, in Japanese. */
export const ja: PageWords = {
  'frame.skip': '本文へ移動',
  'frame.menu': 'ページ一覧',
  'frame.home': 'ホーム',
  'frame.path': '現在地',
  'frame.sign_out': 'ログアウト',
  'frame.as.client': 'お客様',
  'frame.as.agency': '代理店',
  'frame.signed_in': '{name}としてログイン中',
  'frame.live': '変更は自動的に表示されます',
  'frame.sandbox': 'テスト環境です。時計は{time}を示しています。ここにあるものはすべて実物ではありません。',
  'frame.advance_by': '時計を進める',
  'frame.days.1': '1日',
  'frame.days.7': '7日',
  'frame.days.30': '30日',
  'frame.language': '言語',
  'frame.language.change': '変更',
  'language.title': '言語',
  'language.says':
    'ここで選んだ言語で、ページとログイン用のメールをお届けします。レポートの言語は別に設定されています。',
  'list.show': '表示',
  'list.clear': '絞り込みを解除',
  'list.all': 'すべて',
  'list.csv': 'CSVをダウンロード',
  'list.range': '{count}件中{from}～{to}件',
  'list.pages': '一覧のページ',
  'list.previous': '前へ',
  'list.next': '次へ',
  'list.none': '条件に合うものはありません。',
  'form.wrong': '処理できませんでした',
  'form.optional': '任意',
  'form.one_a_line': '1行に1件ずつ入力してください。',
  'form.back': '戻る',
  'form.sent_before':
    'このフォームはすでに送信されています。入力内容を残して再表示していますので、ご確認のうえ、もう一度送信してください。',
  'form.moved':
    'フォームを開いている間に、内容が変更されました。現在の状態とご入力内容を表示していますので、ご確認のうえ、もう一度送信してください。',
  'form.expired': 'フォームを開いてから時間が経ちすぎたか、その間に再度ログインされました。もう一度送信してください。',
  'problem.home': '最初のページへ',
  'problem.again': 'もう一度試す',
  'problem.sign_in': 'ログイン',
  'problem.reference': 'お問い合わせの際は、{id}をお知らせください。',
  'problem.missing.title': 'ページが見つかりません',
  'problem.missing.text':
    'ページが存在しないか、ご覧いただけないページです。受け取ったアドレスは、別のアカウントのものかもしれません。',
  'problem.unknown.title': 'このページを見るにはログインしてください',
  'problem.unknown.text': 'ログインしていないか、セッションの有効期限が切れています。',
  'problem.forbidden.title': 'この操作の権限がありません',
  'problem.forbidden.text': 'アカウントのメンバーを管理している方にご相談ください。',
  'problem.plan.title': 'ご契約のプランには含まれていません',
  'problem.plan.text': '{plan}プランに含まれています。',
  'problem.plan.none': 'どのプランに含まれるかは、お問い合わせください。',
  'problem.often.title': '回数が多すぎます',
  'problem.often.text': '1分ほど待ってから、もう一度お試しください。',
  'problem.waiting.title': 'しばらくお待ちください',
  'problem.waiting.text': '現在、お応えできません。失われたものはありません。数秒後にもう一度お試しください。',
  'problem.gone.title': 'すでにありません',
  'problem.gone.text': '削除されたか、期限が過ぎています。',
  'problem.refused.title': '処理できませんでした',
  'problem.ours.title': 'エラーが発生しました',
  'problem.ours.text': '弊社側の問題です。エラーは記録されました。',
  'problem.foreign.text':
    'フォームが別のサイトから送られたため、何も実行していません。こちらでページを開き、もう一度送信してください。',
  'start.title': 'ようこそ',
  'start.none': 'まだ表示できるものはありません',
  'start.later': '用意ができ次第、メニューに表示されます。',
  ...jaAccount,
  ...jaClient,
  ...jaOrders,
  ...jaMoney,
  ...jaReports,
  ...jaTalk,
  ...jaTold,
  ...jaSignIn,
};
