import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const jaSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'ログイン',
  'sign_in.by_mail': 'メールのリンクでログイン',
  'sign_in.email': 'メールアドレス',
  'sign_in.send': 'リンクを送信',
  'sign_in.mail_hint': 'リンクの有効期限は15分で、1回だけ使えます。',
  'sign_in.by_token': 'アクセストークンでログイン',
  'sign_in.token': 'アクセストークン、またはプラットフォームのトークン',
  'sign_in.sign_in': 'ログイン',
  'sign_in.sent':
    '登録されているアドレスであれば、リンクをお送りしました。1つのアドレスにお送りするリンクは、1時間に5通までです。',
  'sign_in.not_an_address': 'name@example.comのようなメールアドレスを入力してください。',
  'sign_in.not_accepted': 'このトークンは使用できません。',
  'sign_in.not_for_people': 'このトークンはプログラム用です。ログインには使えません。',
  'sign_in.confirm': '今すぐログイン',
  'sign_in.as': '{name}としてログイン',
  'sign_in.as_team': 'チームとしてログイン',
  'sign_in.over': 'このリンクは無効です',
  'sign_in.over_text': 'すでに使用されたか、15分の有効期限が過ぎています。',
  'sign_in.again': '新しいリンクを依頼',
  'sign_in.insecure': 'ここではログインできません',
  'sign_in.insecure_text':
    'このページはhttpsで開かれていないため、ブラウザーがログイン情報を保持できません。このサービスのhttpsのアドレスを使うか、サービスが動作しているコンピューターで開いてください。',
  'sign_in.sign_out': 'ログアウト',
  'sign_in.everywhere': 'すべての端末でログアウト',
  'sign_in.everywhere_hint': 'すべての端末のセッションを終了します。',
  'sign_in.stay': 'ログインしたままにする',
};
