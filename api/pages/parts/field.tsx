import type { Child, FC } from 'hono/jsx';
import type { FormState } from '../forms.ts';
import type { Say } from '../language/index.ts';
import { type FieldSpec, SHOWN, spoken } from '../schema-fields.ts';

type Props = {
  readonly form: FormState;
  readonly field: FieldSpec;
  readonly say: Say;
  /** What stands in it at first, as it is typed; see `typedValue`. */
  readonly value?: readonly string[];
  /** Says it in other words than the schema does. */
  readonly label?: string;
  readonly hint?: string;
  /** Of the choices, as people call them. */
  readonly words?: Readonly<Record<string, string>>;
  /** False where all of a form may be left as it is, so that it need not be said of each. */
  readonly saysOptional?: boolean;
  /** Beside the label. */
  readonly mark?: Child;
};

/** What says of a control that it is wrong, and where that is written. */
type Marks = { readonly 'aria-invalid': 'true' | undefined; readonly 'aria-describedby': string | undefined };

export const idOf = (form: FormState, name: string): string => `${form.name}${name.replaceAll(/[^\w]/g, '-')}`;

/** A field of a form: label, control, what helps, and what is wrong with what was typed. */
export const Field: FC<Props> = ({
  form,
  field,
  say,
  value = [],
  label,
  hint,
  words = {},
  saysOptional = true,
  mark,
}) => {
  const { name, kind, required } = field;
  const id = idOf(form, name);
  const error = form.errors.get(name);
  const typed = form.typed ? (form.typed.get(name) ?? []) : value;
  const help = hint ?? (kind === 'lines' || kind === 'numbers' ? say('form.one_a_line') : field.help);
  const described = [help === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-wrong`].filter(Boolean);
  const marks: Marks = {
    'aria-invalid': error === undefined ? undefined : 'true',
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  };
  const said = label ?? field.label;
  const below = (
    <>
      {help !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {help}
        </span>
      )}
      {error !== undefined && (
        <span class="wrong" id={`${id}-wrong`}>
          {error}
        </span>
      )}
    </>
  );
  if (kind === 'switch')
    return (
      <div class="field">
        <input type="hidden" name={SHOWN} value={name} />
        <label class="tick">
          <input type="checkbox" id={id} name={name} checked={typed.includes('on')} {...marks} />
          <span>
            {said} {mark}
          </span>
        </label>
        {below}
      </div>
    );
  if (kind === 'choices')
    return (
      <fieldset class="field" id={id} tabindex={-1} aria-describedby={marks['aria-describedby']}>
        <input type="hidden" name={SHOWN} value={name} />
        <legend class="label small">
          {said} {mark}
        </legend>
        <div class="ticks">
          {(field.choices ?? []).map((choice) => (
            <label class="tick">
              <input type="checkbox" name={name} value={choice} checked={typed.includes(choice)} />
              <span>{words[choice] ?? inWords(choice)}</span>
            </label>
          ))}
        </div>
        {below}
      </fieldset>
    );
  return (
    <div class="field">
      <label for={id}>
        {said} {!required && saysOptional && <span class="quiet small">{say('form.optional')}</span>} {mark}
      </label>
      <Control id={id} field={field} typed={typed} words={words} marks={marks} />
      {below}
    </div>
  );
};

/** A word of the API as people write it: `executive_summary` is `Executive summary`. */
export const inWords = (choice: string): string => spoken(choice);

type ControlProps = {
  readonly id: string;
  readonly field: FieldSpec;
  readonly typed: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly marks: Marks;
};
const TYPES = { email: 'email', address: 'url', day: 'date' } as const;

const Control: FC<ControlProps> = ({ id, field, typed, words, marks }) => {
  const { name, kind, required, choices = [], min, max, maxLength } = field;
  const value = typed[0] ?? '';
  const common = { id, name, required: required || undefined, ...marks };
  switch (kind) {
    case 'choice':
      return (
        <select {...common}>
          {(!required || value === '') && <option value="">{required ? '' : '—'}</option>}
          {choices.map((choice) => (
            <option value={choice} selected={choice === value}>
              {words[choice] ?? inWords(choice)}
            </option>
          ))}
        </select>
      );
    case 'long':
      return (
        <textarea {...common} maxlength={maxLength}>
          {value}
        </textarea>
      );
    case 'lines':
    case 'numbers':
      return <textarea {...common}>{typed.join('\n')}</textarea>;
    case 'number':
      return <input {...common} class="short" type="number" inputmode="numeric" min={min} max={max} value={value} />;
    case 'money':
      return <input {...common} class="short" type="text" inputmode="decimal" value={value} placeholder="0.00" />;
    case 'moment':
      return <input {...common} type="text" value={value} placeholder="2026-11-20T10:00:00Z" />;
    default:
      return (
        <input
          {...common}
          type={TYPES[kind as keyof typeof TYPES] ?? 'text'}
          maxlength={maxLength}
          value={value}
          autocomplete="off"
        />
      );
  }
};
