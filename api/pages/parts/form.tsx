import type { Child, FC } from 'hono/jsx';
import { type FormState, HIDDEN } from '../forms.ts';
import type { Say } from '../language/index.ts';
import { idOf } from './field.tsx';

type Props = {
  readonly of: FormState;
  readonly say: Say;
  readonly submit: string;
  /** True where it takes something away that does not come back. */
  readonly danger?: boolean;
  /** Where whoever does not want to goes. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Of what the form was made from, so that nobody's change is overwritten unseen. */
  readonly etag?: string | null;
  readonly files?: boolean;
  readonly class?: string;
  readonly children?: Child;
};

/** A form that is sent to its own page, with all that makes it its reader's own and once only. */
export const Form: FC<Props> = ({ of, say, submit, danger, back, etag, files, class: given = 'form', children }) => (
  <form
    method="post"
    action={of.action}
    class={given}
    id={`form-${of.name}`}
    enctype={files ? 'multipart/form-data' : undefined}
    novalidate
  >
    <Hidden of={of} etag={etag} />
    <Wrong of={of} say={say} />
    {children}
    <div class="form-end">
      <button type="submit" class={danger ? 'danger main' : 'main'}>
        {submit}
      </button>
      {back !== undefined && (
        <a class="button" href={back.href}>
          {back.label}
        </a>
      )}
    </div>
  </form>
);

/** A form that is one button in a row of others. */
export const ButtonForm: FC<{
  readonly of: FormState;
  readonly label: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly class?: string;
  readonly describedBy?: string;
}> = ({ of, label, values = {}, class: given, describedBy }) => (
  <form method="post" action={of.action}>
    <Hidden of={of} />
    {Object.entries(values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button type="submit" class={given} aria-describedby={describedBy}>
      {label}
    </button>
  </form>
);

const Hidden: FC<{ readonly of: FormState; readonly etag?: string | null | undefined }> = ({ of, etag }) => (
  <>
    <input type="hidden" name={HIDDEN.form} value={of.name} />
    <input type="hidden" name={HIDDEN.key} value={of.key} />
    {of.token !== null && <input type="hidden" name={HIDDEN.token} value={of.token} />}
    {etag != null && <input type="hidden" name={HIDDEN.etag} value={etag} />}
  </>
);

/** What is wrong, at the top of the form, with a way to each field that it is about. */
export const Wrong: FC<{ readonly of: FormState; readonly say: Say }> = ({ of, say }) => {
  if (of.notice === null && of.errors.size === 0) return null;
  return (
    <div class="notice bad" role="alert" tabindex={-1}>
      <strong>{say('form.wrong')}</strong>
      {of.notice !== null && <p>{of.notice}</p>}
      {of.errors.size > 0 && (
        <ul>
          {[...of.errors].map(([name, message]) => (
            <li>
              <a href={`#${idOf(of, name)}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
