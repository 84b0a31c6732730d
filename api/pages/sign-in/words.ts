/** What the pages for signing in say. */
const en = {
  title: 'Sign in',
  by_mail: 'By a link in your mail',
  email: 'E-mail address',
  send: 'Send me a link',
  mail_hint: 'The link is good for 15 minutes and works once.',
  by_token: 'By an access token',
  token: 'Access token, or a token of the platform',
  sign_in: 'Sign in',
  sent: 'If we know this address, a link is on its way to it. An address gets at most five links an hour.',
  not_an_address: 'Enter an e-mail address such as someone@example.com.',
  not_accepted: 'This token is not accepted.',
  not_for_people: 'This token is for programs: nobody can sign in by it.',
  confirm: 'Sign in now',
  as: 'Sign in for {name}',
  as_team: 'Sign in to the team',
  over: 'This link has ended',
  over_text: 'It was used already, or its 15 minutes are over.',
  again: 'Ask for a new link',
  insecure: 'You cannot sign in here',
  insecure_text:
    'This page was not reached over https, so your browser would not keep what you sign in by. Use the https address of this service, or open it on the machine that it runs on.',
  sign_out: 'Sign out',
  everywhere: 'Sign out everywhere',
  everywhere_hint: 'Ends all your sessions, on every device.',
  stay: 'Stay signed in',
} as const;

export type SignInKey = keyof typeof en;
export type SignInWords = Readonly<Record<SignInKey, string>>;
export type Say = (key: SignInKey, values?: Readonly<Record<string, string>>) => string;

export const sayOf =
  (words: SignInWords): Say =>
  (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
export const inEnglish: Say = sayOf(en);
