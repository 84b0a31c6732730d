import { Layout, type PageLook } from './layout.tsx';
import type { Say } from './words.ts';

type Shown = { readonly say: Say; readonly look: PageLook };

/** Where who wants to sign in begins: by mail, or by a token. */
export const SignInPage = ({
  say,
  look,
  next,
  sent = false,
  wrong,
}: Shown & {
  readonly next: string | null;
  readonly sent?: boolean;
  readonly wrong?: { readonly field: 'email' | 'token'; readonly text: string; readonly typed?: string };
}) => (
  <Layout title={say('title')} look={look}>
    {sent && <p role="status">{say('sent')}</p>}
    <form method="post" action="/app/sign-in/">
      <h2>{say('by_mail')}</h2>
      {next !== null && <input type="hidden" name="next" value={next} />}
      <label for="email">{say('email')}</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        required
        value={wrong?.field === 'email' ? (wrong.typed ?? '') : ''}
        aria-describedby={wrong?.field === 'email' ? 'email-wrong' : 'email-hint'}
        aria-invalid={wrong?.field === 'email' ? 'true' : undefined}
      />
      <p id="email-hint">{say('mail_hint')}</p>
      {wrong?.field === 'email' && (
        <p id="email-wrong" role="alert">
          {wrong.text}
        </p>
      )}
      <button type="submit">{say('send')}</button>
    </form>
    <form method="post" action="/app/sign-in/token/">
      <h2>{say('by_token')}</h2>
      {next !== null && <input type="hidden" name="next" value={next} />}
      <label for="token">{say('token')}</label>
      <input
        id="token"
        name="token"
        type="password"
        autocomplete="off"
        required
        aria-describedby={wrong?.field === 'token' ? 'token-wrong' : undefined}
        aria-invalid={wrong?.field === 'token' ? 'true' : undefined}
      />
      {wrong?.field === 'token' && (
        <p id="token-wrong" role="alert">
          {wrong.text}
        </p>
      )}
      <button type="submit">{say('sign_in')}</button>
    </form>
  </Layout>
);

/** What a link from a mail leads to: it does nothing until somebody presses a button, as programs open links, too. */
export const LinkPage = ({ say, look, choices }: Shown & { readonly choices: readonly string[] }) => (
  <Layout title={say('title')} look={look}>
    <form method="post">
      {choices.map((label, choice) => (
        <p>
          <button type="submit" name="choice" value={String(choice)}>
            {label}
          </button>
        </p>
      ))}
    </form>
  </Layout>
);

export const LinkOverPage = ({ say, look }: Shown) => (
  <Layout title={say('over')} look={look}>
    <p>{say('over_text')}</p>
    <p>
      <a href="/app/sign-in/">{say('again')}</a>
    </p>
  </Layout>
);

export const InsecurePage = ({ say, look }: Shown) => (
  <Layout title={say('insecure')} look={look}>
    <p>{say('insecure_text')}</p>
  </Layout>
);

export const SignOutPage = ({ say, look }: Shown) => (
  <Layout title={say('sign_out')} look={look}>
    <form method="post" action="/app/sign-out/">
      <p>
        <button type="submit">{say('sign_out')}</button>
      </p>
      <p>
        <button type="submit" name="everywhere" value="yes">
          {say('everywhere')}
        </button>{' '}
        {say('everywhere_hint')}
      </p>
      <p>
        <a href="/app/">{say('stay')}</a>
      </p>
    </form>
  </Layout>
);
