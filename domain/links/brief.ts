import { webAddress } from '#domain/kernel/web-address';

export const QUESTION_KINDS = ['text', 'url', 'list', 'choice'] as const;

/** A question that an order asks its client before work begins. */
export type BriefQuestion = {
  readonly key: string;
  readonly label: string;
  readonly kind: (typeof QUESTION_KINDS)[number];
  readonly required: boolean;
  /** Characters of a text, an address or an item; of a list also how many items. */
  readonly max: number;
  /** Of a choice. */
  readonly options?: readonly string[];
};
export type BriefAnswer = string | readonly string[];
export type BriefAnswers = Readonly<Record<string, BriefAnswer>>;

/** Characters of one item of a list, however many items it may have. */
const MOST_OF_ITEM = 500;

/** What orders are asked with until somebody changes it. */
export const STARTING_QUESTIONS: readonly BriefQuestion[] = [
  { key: 'target_pages', label: 'Which pages should the links lead to?', kind: 'list', required: true, max: 20 },
  { key: 'anchors', label: 'Which words would you like to be linked?', kind: 'list', required: true, max: 20 },
  { key: 'audience', label: 'Who are your customers?', kind: 'text', required: true, max: 2000 },
  { key: 'avoid', label: 'What must not be written about you?', kind: 'text', required: false, max: 2000 },
];

const isAnswered = (answer: BriefAnswer | undefined): boolean => answer !== undefined && answer.length > 0;

/** The required questions that have no answer. */
export const unanswered = (questions: readonly BriefQuestion[], answers: BriefAnswers): readonly BriefQuestion[] =>
  questions.filter(({ key, required }) => required && !isAnswered(answers[key]));

/** Why answers cannot be taken, with where it stands; null where they can. Asked before they are sealed. */
export function answersProblem(
  questions: readonly BriefQuestion[],
  answers: BriefAnswers,
): { readonly pointer: string; readonly message: string } | null {
  for (const [key, answer] of Object.entries(answers)) {
    const pointer = `/answers/${key}`;
    const question = questions.find((each) => each.key === key);
    if (!question) return { pointer, message: `the brief has no question ${key}` };
    const message = wrongWith(question, answer);
    if (message !== null) return { pointer, message };
  }
  return null;
}

function wrongWith({ kind, max, options = [] }: BriefQuestion, answer: BriefAnswer): string | null {
  if (kind === 'list') {
    if (typeof answer === 'string') return 'must be a list';
    if (answer.length > max) return `must have at most ${max} items`;
    return answer.some((item) => item === '' || item.length > MOST_OF_ITEM)
      ? `every item must have 1 to ${MOST_OF_ITEM} characters`
      : null;
  }
  if (typeof answer !== 'string') return 'must be text';
  if (answer === '') return null;
  if (kind === 'choice') return options.includes(answer) ? null : `must be one of ${options.join(', ')}`;
  if (answer.length > max) return `must have at most ${max} characters`;
  return kind === 'url' && webAddress(answer) === null ? 'must be an http or https address' : null;
}

const KEY = /^[a-z][a-z0-9_]{0,40}$/;
type Loose = { readonly [field: string]: unknown };

/** Questions as the price book takes them, written as JSON; null where the text is none. */
export function parseQuestions(text: string): readonly BriefQuestion[] | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(given) || given.length > 30) return null;
  const questions = given.map(questionOf);
  const keys = new Set(questions.map((each) => each?.key));
  return questions.every((each) => each !== null) && keys.size === questions.length ? questions : null;
}

function questionOf(given: unknown): BriefQuestion | null {
  if (typeof given !== 'object' || given === null) return null;
  const { key, label, kind, required, max, options, ...more } = given as Loose;
  const known = QUESTION_KINDS.find((each) => each === kind);
  const choices = Array.isArray(options) && options.every((each) => typeof each === 'string' && each !== '');
  if (typeof key !== 'string' || !KEY.test(key) || typeof label !== 'string' || label === '' || label.length > 300)
    return null;
  if (known === undefined || typeof required !== 'boolean' || !Number.isInteger(max) || Object.keys(more).length > 0)
    return null;
  const most = Number(max);
  if (most < 1 || most > 5000 || (known === 'choice') !== choices || (known !== 'choice' && options !== undefined))
    return null;
  return { key, label, kind: known, required, max: most, ...(choices ? { options: options as string[] } : {}) };
}
