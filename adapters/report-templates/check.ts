import type { CheckTemplate, TemplateFault } from '#commands/reports/ports-white-label';
import { houseWordIn } from '#domain/platform/house-words';
import { MOST_TEMPLATE_BYTES } from '#domain/reports/report-template';
import { checkedCss } from './css.ts';
import { checkedHtml } from './html.ts';
import { MOST_FAULTS, placeOf } from './limits.ts';

/** What of a template could not be rendered as it is written, or may not be: told when it is saved, with line and column. */
export const checkTemplate: CheckTemplate = ({ html, css }) => {
  const sources = [['html', html] as const, ['css', css] as const];
  // Too large it is not even taken apart.
  const large = sources.flatMap(([source, text]): TemplateFault[] =>
    Buffer.byteLength(text) > MOST_TEMPLATE_BYTES
      ? [{ source, line: 1, column: 1, message: 'has more than 64 KiB' }]
      : [],
  );
  if (large.length > 0) return large;
  const words = sources.flatMap(([source, text]): TemplateFault[] => {
    const word = houseWordIn(text);
    if (word === null) return [];
    return [
      {
        source,
        ...placeOf(text, text.indexOf(word)),
        message: `must not name ${word}: it stands in what goes out under a brand`,
      },
    ];
  });
  return [...words, ...checkedHtml(html).faults, ...checkedCss(css).faults].slice(0, MOST_FAULTS);
};
