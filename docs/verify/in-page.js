// Lets a page check a bundle by verify.mjs, in the reader's own browser. The page says where the bundle is and the words for what
// comes of it; nothing leaves the browser, and nothing that the bundle says is taken for more than text.
import { canCheck, judged } from 'in-browser.js';
import { verify } from 'verify.mjs';

const element = (name, text, given = {}) => Object.assign(document.createElement(name), { textContent: text }, given);
const hexOf = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Tree heads that the reader kept: JSON files, or files of one JSON a line. */
async function headsOf(files) {
  const texts = await Promise.all([...files].map((file) => file.text()));
  return texts.flatMap((text) => {
    try {
      return [JSON.parse(text)];
    } catch {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      return lines.map((line) => JSON.parse(line));
    }
  });
}

function facts(pairs) {
  const list = element('dl', '', { className: 'facts' });
  for (const [name, value] of pairs) {
    const group = document.createElement('div');
    group.append(element('dt', name), element('dd', String(value), { className: 'hash' }));
    list.append(group);
  }
  return list;
}

function shown({ verdict, why, summary }, sha256, words) {
  const parts = [element('h3', words[verdict])];
  if (why !== null) parts.push(element('p', why));
  if (summary === null) return parts;
  const same = summary.carried === words.own ? words.same : words.other;
  const pairs = [
    [words.invoice, `${summary.number}, ${summary.total}`],
    [words.amounts, summary.amounts.map(({ line_id, amount }) => `${line_id}: ${amount}`).join(' · ')],
    [words.stands, `${summary.status}, ${summary.until}`],
    [words.events, `${summary.events} / ${summary.log_size}`],
    [words.key, summary.key_id],
    [words.sum, sha256],
    [words.program, same],
  ];
  parts.push(facts(pairs));
  if (summary.older_heads === 0 && !summary.key_given)
    parts.push(element('p', words.alone, { className: 'quiet small' }));
  return parts;
}

async function check(part, words, out) {
  const answer = await fetch(part.dataset.bundle, { headers: { accept: 'application/zip' } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const heads = await headsOf(part.querySelector('[data-heads]')?.files ?? []);
  const key = part.querySelector('[data-key]')?.value.trim() || null;
  const verdict = await judged(verify, new Uint8Array(bytes), { heads, consistency: [], key });
  const sum = hexOf(await crypto.subtle.digest('SHA-256', bytes));
  out.className = `verdict notice ${{ holds: 'good', undecided: 'warn', broken: 'bad' }[verdict.verdict]}`;
  out.replaceChildren(...shown(verdict, sum, words));
}

for (const part of document.querySelectorAll('[data-verify]')) {
  const words = JSON.parse(part.dataset.words);
  const out = part.querySelector('[role=status]');
  const button = part.querySelector('button');
  for (const each of part.querySelectorAll('[hidden]')) each.hidden = false;
  if (!canCheck()) {
    button.hidden = true;
    out.textContent = words.cannot;
    continue;
  }
  button.addEventListener('click', async () => {
    button.disabled = true;
    out.className = 'verdict';
    out.textContent = words.running;
    try {
      await check(part, words, out);
    } catch (error) {
      out.className = 'verdict notice bad';
      out.textContent = `${error?.name === 'NotSupportedError' ? words.cannot : words.failed} (${error?.message ?? error})`;
    }
    button.disabled = false;
  });
}
