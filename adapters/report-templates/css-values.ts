import valueParser from 'postcss-value-parser';
import { FUNCTIONS } from './allowed.ts';

const LONGEST = 600;
const DEEPEST_VALUE = 8;
const LARGEST = 10_000;
const MOST_REPEATED = 50;

/** Why a declaration's value is not taken; null where it is. `property` in lower case. */
export function valueFault(property: string, value: string): string | null {
  if (value.length > LONGEST) return `the value of ${property} is longer than ${LONGEST} characters`;
  // Said before anything is taken apart: with a backslash a name can be spelt in ways that no list would know.
  if (/[\\<>{};@!]/.test(value))
    return `the value of ${property} holds a character that is not taken (\\ < > { } ; @ !)`;
  if (property === 'position' && /fixed|sticky/i.test(value)) return 'position is static, relative or absolute';
  const parsed = valueParser(value);
  return nodesFault(parsed.nodes, property, 0);
}

function nodesFault(nodes: readonly valueParser.Node[], property: string, depth: number): string | null {
  if (depth > DEEPEST_VALUE) return `the value of ${property} is nested too deeply`;
  for (const node of nodes) {
    const fault = nodeFault(node, property, depth);
    if (fault !== null) return fault;
  }
  return null;
}

function nodeFault(node: valueParser.Node, property: string, depth: number): string | null {
  switch (node.type) {
    case 'comment':
      return `the value of ${property} holds a comment`;
    case 'string':
      return node.unclosed ? `the value of ${property} holds a string that is not closed` : null;
    case 'word':
      return wordFault(node.value, property);
    case 'function': {
      const name = node.value.toLowerCase();
      if (node.unclosed) return `the value of ${property} holds a bracket that is not closed`;
      if (name !== '' && !FUNCTIONS.has(name))
        return `${name}() is not supported; there are ${[...FUNCTIONS].join(', ')}`;
      // Names that stand for names could grow without end.
      if (name === 'var' && property.startsWith('--')) return 'a custom property is made of no other one';
      const [first] = node.nodes;
      if (name === 'repeat' && !(Number(first?.value) <= MOST_REPEATED))
        return `repeat() takes a number of at most ${MOST_REPEATED}`;
      return nodesFault(node.nodes, property, depth + 1);
    }
    case 'unicode-range':
      return `the value of ${property} is not taken`;
    default:
      return null;
  }
}

function wordFault(word: string, property: string): string | null {
  const number = valueParser.unit(word);
  if (number && !(Math.abs(Number(number.number)) <= LARGEST)) return `${word} is too large`;
  return /:/.test(word) ? `the value of ${property} holds an address` : null;
}
