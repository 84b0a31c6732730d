import { type FieldError, Problem } from '#api/http/problem';
import type { Language } from '#domain/kernel/language';
import { pageFormats } from './formats.ts';
import type { PageWord, Say } from './index.ts';
import { known } from './told-rules.ts';

/** Thrown by a page itself, in its reader's words already. */
export class SaidProblem extends Problem {}

/** What a problem says, to somebody who reads a page. */
export type Told = {
  readonly problem: (problem: Problem) => string;
  readonly field: (error: FieldError) => string;
  /** How what stands at no field is called; left out, it is not. */
  readonly place: (pointer: string) => string | null;
};

const CODES: { readonly [code in Problem['code']]?: PageWord } = {
  forbidden: 'problem.forbidden.text',
  not_permitted: 'problem.forbidden.text',
  feature_not_in_plan: 'problem.plan.none',
  duplicate: 'wrong.duplicate',
  last_approver: 'wrong.last_approver',
  in_use: 'wrong.in_use',
  invalid_state: 'wrong.state',
  version_superseded: 'wrong.state',
  payment_in_flight: 'wrong.payment_in_flight',
  storage_full: 'wrong.storage_full',
  white_label_unready: 'wrong.unready',
  too_large: 'wrong.too_large',
  unsupported_media_type: 'wrong.file',
  invalid_values: 'wrong.value',
  rate_limited: 'problem.often.text',
};

/** As the API says it, in English: what the team reads. */
export const AS_IT_IS: Told = {
  problem: ({ message }) => message,
  field: ({ message, line, column }) =>
    line === undefined ? message : `line ${line}${column === undefined ? '' : `, column ${column}`}: ${message}`,
  place: (pointer) => pointer.split('/').filter(Boolean).join(' › ') || 'the form',
};

type Reader = { readonly say: Say; readonly language: Language; readonly isStaff: boolean };

/**
 * Problems of the API in the words of whoever reads pages of clients. What is not known by its text is told by its code: in general
 * terms rather than in a language that is not theirs. Who reads English reads the API itself there.
 */
export function toldIn({ say, language, isStaff }: Reader): Told {
  if (isStaff) return AS_IT_IS;
  const general = (message: string, word: PageWord): string => (language === 'en' ? message : say(word));
  const words = (message: string): string | null => {
    const rule = known(message);
    if (rule === null) return null;
    const { word, count, amount } = rule;
    return say(word, { count, amount: amount === undefined ? '' : pageFormats(language).number(amount, 'usd') });
  };
  const what = ({ message, pointer, line }: FieldError): string =>
    words(message) ??
    general(message, line !== undefined ? 'wrong.template' : pointer === '/files' ? 'wrong.file' : 'wrong.value');
  return {
    problem: (problem) => {
      if (problem instanceof SaidProblem) return problem.message;
      const word = CODES[problem.code] ?? (problem.status === 503 ? 'problem.waiting.text' : 'wrong.refused');
      return words(problem.message) ?? general(problem.message, word);
    },
    field: (error) => {
      const { line, column } = error;
      if (line === undefined) return what(error);
      return say(column === undefined ? 'wrong.at_line' : 'wrong.at', {
        line,
        column: column ?? '',
        what: what(error),
      });
    },
    place: () => null,
  };
}
