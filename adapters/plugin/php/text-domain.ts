import { TEXT_DOMAIN } from '../names.ts';
import type { PhpNode } from './ast.ts';
import { eachNode, found } from './rule.ts';
import { args, called, literal } from './words.ts';

/** Where each function of translation is told the text domain, counted from 0. */
const DOMAIN_AT: Readonly<Record<string, number>> = {
  __: 1,
  _e: 1,
  translate: 1,
  esc_html__: 1,
  esc_html_e: 1,
  esc_attr__: 1,
  esc_attr_e: 1,
  _x: 2,
  _ex: 2,
  esc_html_x: 2,
  esc_attr_x: 2,
  translate_with_gettext_context: 2,
  _n_noop: 2,
  translate_nooped_plural: 2,
  _n: 3,
  _nx_noop: 3,
  _nx: 4,
};
/** What is translated, before the domain: texts that translators are shown. */
const TEXTS: Readonly<Record<string, readonly number[]>> = {
  _n: [0, 1],
  _nx: [0, 1],
  _n_noop: [0, 1],
  _nx_noop: [0, 1],
};

/** Texts are literals under the one text domain, or translators never see them. */
export const textDomain = eachNode((node, file) => {
  const name = called(node);
  const place = name === null ? undefined : DOMAIN_AT[name];
  if (name === null || place === undefined) return null;
  const why = wrong(name, args(node), place);
  return why === null ? null : found('text_domain', file, node, `${name}(): ${why}`);
});

function wrong(name: string, given: readonly PhpNode[], place: number): string | null {
  const domain = given[place];
  if (domain === undefined) return `no text domain: give '${TEXT_DOMAIN}'`;
  const told = literal(domain);
  if (told === null || domain.kind !== 'string') return `the text domain must be the literal '${TEXT_DOMAIN}'`;
  if (told !== TEXT_DOMAIN) return `the text domain is '${told}' and not '${TEXT_DOMAIN}'`;
  if (name === 'translate_nooped_plural') return null;
  const texts = (TEXTS[name] ?? [0]).map((index) => given[index]);
  return texts.some((text) => literal(text) === null) ? 'what is translated must be a literal' : null;
}
