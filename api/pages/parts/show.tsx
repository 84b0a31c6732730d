import type { Child, FC } from 'hono/jsx';
import type { Visit } from '../page.ts';

/** A part of the page with a heading of its own. */
export const Card: FC<{
  readonly title?: string;
  readonly more?: { readonly href: string; readonly label: string };
  readonly class?: string;
  /** What links within the page lead to. */
  readonly id?: string;
  readonly children?: Child;
}> = ({ title, more, class: given = '', id, children }) => (
  <section class={`card ${given}`.trim()} id={id}>
    {title !== undefined && (
      <div class="card-head">
        <h2>{title}</h2>
        {more !== undefined && <a href={more.href}>{more.label}</a>}
      </div>
    )}
    {children}
  </section>
);

/** Where there is nothing yet: what that means, and what to do next. */
export const Empty: FC<{
  readonly title: string;
  readonly text: string;
  readonly next?: { readonly href: string; readonly label: string };
}> = ({ title, text, next }) => (
  <div class="empty">
    <strong>{title}</strong>
    {text !== '' && <p>{text}</p>}
    {next !== undefined && (
      <a class="button" href={next.href}>
        {next.label}
      </a>
    )}
  </div>
);

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'plain';
const TONES: Readonly<Record<string, Tone>> = {
  active: 'good',
  paid: 'good',
  live: 'good',
  indexed: 'good',
  delivered: 'good',
  completed: 'good',
  published: 'good',
  approved: 'good',
  sent: 'good',
  met: 'good',
  done: 'good',
  pending: 'accent',
  running: 'accent',
  open: 'accent',
  in_progress: 'accent',
  in_review: 'accent',
  generating: 'accent',
  queued: 'accent',
  submitted: 'accent',
  paused: 'warn',
  blocked: 'warn',
  waiting: 'warn',
  retrying: 'warn',
  unknown: 'warn',
  behind: 'warn',
  needs_review: 'warn',
  past_due: 'bad',
  failed: 'bad',
  lost: 'bad',
  rejected: 'bad',
  parked: 'bad',
  overdue: 'bad',
  uncollectible: 'bad',
  missed: 'bad',
};

/** A status in its own colour, and always in words. */
export const Badge: FC<{ readonly status: string; readonly label?: string; readonly tone?: Tone | undefined }> = ({
  status,
  label,
  tone,
}) => <span class={`badge ${tone ?? TONES[status] ?? 'plain'}`}>{label ?? status.replaceAll('_', ' ')}</span>;

/** How far something has come against what it should come to. */
export const Progress: FC<{
  readonly value: number;
  readonly of: number;
  readonly label: string;
  readonly text?: string;
  readonly behind?: boolean;
}> = ({ value, of, label, text, behind }) => (
  <div class={behind ? 'progress behind' : 'progress'}>
    <span>{text ?? `${value} / ${of}`}</span>
    <progress value={Math.min(value, of)} max={Math.max(of, 1)} aria-label={label} />
  </div>
);

type Priced = Pick<Visit, 'formats'>;
/** Money, which leads to what it is made of. */
export const Amount: FC<{ readonly visit: Priced; readonly value: string; readonly explain?: string | null }> = ({
  visit,
  value,
  explain,
}) => {
  const text = visit.formats.number(value, 'usd');
  return explain == null ? (
    <span>{text}</span>
  ) : (
    <a class="amount" href={explain}>
      {text}
    </a>
  );
};

/** Facts about one thing, each under its name. */
export const Facts: FC<{ readonly facts: readonly (readonly [name: string, value: Child])[] }> = ({ facts }) => (
  <dl class="facts">
    {facts.map(([name, value]) => (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

export type Tab = { readonly href: string; readonly label: string };
/** Parts of one thing, each with an address of its own. */
export const Tabs: FC<{ readonly tabs: readonly Tab[]; readonly at: string; readonly label: string }> = ({
  tabs,
  at,
  label,
}) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a href={tab.href} aria-current={tab.href === at ? 'page' : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export const Notice: FC<{ readonly tone: 'good' | 'warn' | 'bad' | 'plain'; readonly children?: Child }> = ({
  tone,
  children,
}) => <div class={`notice ${tone}`}>{children}</div>;

/** What is about to happen, in words, above the form that does it. */
export const Confirm: FC<{ readonly says: string; readonly children?: Child }> = ({ says, children }) => (
  <div class="card confirm">
    <p class="says">{says}</p>
    {children}
  </div>
);
