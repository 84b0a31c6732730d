import { KEY_FIGURES, type MailAsked, partOf, toldChange } from './body.ts';

/** The same in plain text, for who reads mails so. */
export function mailText({ tree, words, links, greeting }: MailAsked): string {
  const mast = partOf(tree, 'masthead');
  const verdict = partOf(tree, 'verdict');
  const tiles = partOf(tree, 'tiles');
  const needs = partOf(tree, 'needs');
  const named = (key: 'link.read' | 'link.pdf' | 'link.unsubscribe', address: string | null): string[] =>
    address === null ? [] : [words.named(words.say(key), address)];
  const parts: readonly (readonly string[])[] = [
    [greeting],
    verdict === null ? [] : [words.named(verdict.title, verdict.word), verdict.reason],
    [
      ...(tiles === null ? [] : [tiles.compared]),
      ...(tiles?.figures.slice(0, KEY_FIGURES) ?? []).map(({ name, value, compared }) => {
        const moves = compared.map(({ change, against }) =>
          change === null ? against : `${toldChange(change)} ${against}`,
        );
        return `- ${words.named(name, value)} (${moves.join('; ')})`;
      }),
    ],
    ...(partOf(tree, 'highlights')?.items ?? []).map(({ title, text }) => [title, text]),
    needs === null || needs.items.length === 0
      ? []
      : [
          needs.title,
          ...needs.items.map(({ text, since, href }) => `- ${text} (${since})${href === null ? '' : ` ${href}`}`),
        ],
    [...named('link.read', links.page), ...named('link.pdf', links.pdf)],
    [
      '--',
      [tree.foot.text ?? tree.foot.name, ...tree.foot.contact.map(({ text }) => text)].join(' · '),
      tree.foot.log,
      words.say('mail.why', { site: mast?.site ?? '' }),
      ...named('link.unsubscribe', links.unsubscribe),
    ],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
