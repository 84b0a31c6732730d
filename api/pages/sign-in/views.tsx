import type { Child } from 'hono/jsx';
import type { Say } from '../language/index.ts';
import { type Around, Layout } from './layout.tsx';

export type Shown = Around & { readonly say: Say };
type Wrong = { readonly field: 'email' | 'token'; readonly text: string; readonly typed?: string };

type FieldProps = {
  readonly name: Wrong['field'];
  readonly label: string;
  readonly hint?: string;
  readonly wrong: Wrong | undefined;
  readonly children: (marks: { 'aria-describedby'?: string; 'aria-invalid'?: 'true' }) => Child;
};
const Field = ({ name, label, hint, wrong, children }: FieldProps) => {
  const isWrong = wrong?.field === name;
  const described = [hint === undefined ? '' : `${name}-hint`, isWrong ? `${name}-wrong` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children({
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
      })}
      {hint !== undefined && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {isWrong && (
        <span class="wrong" id={`${name}-wrong`}>
          {wrong.text}
        </span>
      )}
    </div>
  );
};

/** Where who wants to sign in begins: by mail, or by a token. */
export const SignInPage = ({
  say,
  next,
  sent = false,
  wrong,
  ...around
}: Shown & { readonly next: string | null; readonly sent?: boolean; readonly wrong?: Wrong }) => (
  <Layout {...around} title={say('sign_in.title')}>
    {sent && (
      <p class="notice good" role="status">
        {say('sign_in.sent')}
      </p>
    )}
    <form class="form" method="post" action="/app/sign-in/">
      <h2>{say('sign_in.by_mail')}</h2>
      {next !== null && <input type="hidden" name="next" value={next} />}
      <Field name="email" label={say('sign_in.email')} hint={say('sign_in.mail_hint')} wrong={wrong}>
        {(marks) => (
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            maxlength={320}
            required
            value={wrong?.field === 'email' ? (wrong.typed ?? '') : ''}
            {...marks}
          />
        )}
      </Field>
      <div class="form-end">
        <button class="main" type="submit">
          {say('sign_in.send')}
        </button>
      </div>
    </form>
    <form class="form" method="post" action="/app/sign-in/token/">
      <h2>{say('sign_in.by_token')}</h2>
      {next !== null && <input type="hidden" name="next" value={next} />}
      <Field name="token" label={say('sign_in.token')} wrong={wrong}>
        {(marks) => <input id="token" name="token" type="password" autocomplete="off" required {...marks} />}
      </Field>
      <div class="form-end">
        <button type="submit">{say('sign_in.sign_in')}</button>
      </div>
    </form>
  </Layout>
);

/** What a link from a mail leads to: it does nothing until somebody presses a button, as programs open links, too. */
export const LinkPage = ({ say, choices, ...around }: Shown & { readonly choices: readonly string[] }) => (
  <Layout {...around} title={say('sign_in.title')}>
    <form class="form" method="post">
      {choices.map((label, choice) => (
        <div class="form-end">
          <button class={choices.length === 1 ? 'main' : ''} type="submit" name="choice" value={String(choice)}>
            {label}
          </button>
        </div>
      ))}
    </form>
  </Layout>
);

export const LinkOverPage = ({ say, ...around }: Shown) => (
  <Layout {...around} title={say('sign_in.over')}>
    <p>{say('sign_in.over_text')}</p>
    <p>
      <a class="button main" href="/app/sign-in/">
        {say('sign_in.again')}
      </a>
    </p>
  </Layout>
);

export const InsecurePage = ({ say, ...around }: Shown) => (
  <Layout {...around} title={say('sign_in.insecure')}>
    <p>{say('sign_in.insecure_text')}</p>
  </Layout>
);

export const SignOutPage = ({ say, ...around }: Shown) => (
  <Layout {...around} title={say('sign_in.sign_out')}>
    <form class="form" method="post" action="/app/sign-out/">
      <div class="form-end">
        <button class="main" type="submit">
          {say('sign_in.sign_out')}
        </button>
        <a href="/app/">{say('sign_in.stay')}</a>
      </div>
      <div class="form-end">
        <button type="submit" name="everywhere" value="yes" aria-describedby="everywhere-hint">
          {say('sign_in.everywhere')}
        </button>
        <span class="quiet small" id="everywhere-hint">
          {say('sign_in.everywhere_hint')}
        </span>
      </div>
    </form>
  </Layout>
);
