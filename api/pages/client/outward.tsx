import type { FC } from 'hono/jsx';

/** An address on another site, as a link that tells it nothing of where its reader came from; what is no web address stays text. */
export const Outward: FC<{ readonly href: string; readonly label?: string }> = ({ href, label }) => {
  const text = label ?? href.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return /^https?:\/\//i.test(href) ? (
    <a href={href} rel="noopener noreferrer nofollow" dir="ltr">
      {text}
    </a>
  ) : (
    <span dir="ltr">{text}</span>
  );
};
