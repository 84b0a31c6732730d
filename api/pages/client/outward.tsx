import type { FC } from 'hono/jsx';

type Props = { readonly href: string; readonly label?: string; readonly class?: string };
/** An address on another site, as a link that tells it nothing of where its reader came from; what is no web address stays text. */
export const Outward: FC<Props> = ({ href, label, class: given }) => {
  const text = label ?? href.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const isAddress = label === undefined;
  return /^https?:\/\//i.test(href) ? (
    <a href={href} rel="noopener noreferrer nofollow" dir={isAddress ? 'ltr' : undefined} class={given}>
      {text}
    </a>
  ) : (
    <span dir={isAddress ? 'ltr' : undefined}>{text}</span>
  );
};
