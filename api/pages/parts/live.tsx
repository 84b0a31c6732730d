import { raw } from 'hono/html';
import { type Child, type FC, Fragment, jsx } from 'hono/jsx';
import type { LiveParts } from '../page.ts';

type Props = {
  /** `visit.live`. */
  readonly of: LiveParts;
  /** Unique on its page: letters, digits and dashes. */
  readonly id: string;
  readonly as?: 'div' | 'section' | 'tr' | 'tbody' | 'td' | 'li' | 'ul' | 'span' | 'dd';
  readonly class?: string;
  readonly label?: string;
  readonly children?: Child;
};

/**
 * A part of a page that is shown anew by itself when it is no longer as it was, with a mark on it that it has changed. Parts may stand
 * in parts: then the smallest one that differs is sent. Needs `live: true` on the page.
 */
export const Live: FC<Props> = ({ of, id, as = 'div', class: given, label, children }) => {
  const Tag = as;
  const inside = raw(String(jsx(Fragment, {}, children)));
  const draw = (changed: boolean) => (
    <Tag
      id={id}
      class={[given, changed ? 'changed' : ''].filter(Boolean).join(' ') || undefined}
      aria-label={label}
      sse-swap={id}
      hx-swap="outerHTML"
    >
      {inside}
    </Tag>
  );
  of.parts.set(id, (changed) => String(draw(changed)));
  return draw(false);
};
