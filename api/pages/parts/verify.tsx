import type { FC } from 'hono/jsx';
import type { Visit } from '../page.ts';

/** Words for what comes of a check. Pages of the team say them in English; pages of clients give their own. */
export type VerifyWords = {
  readonly [key in
    | 'about'
    | 'press'
    | 'heads'
    | 'heads_hint'
    | 'key_asked'
    | 'without'
    | 'download'
    | 'running'
    | 'holds'
    | 'undecided'
    | 'broken'
    | 'cannot'
    | 'failed'
    | 'invoice'
    | 'amounts'
    | 'stands'
    | 'events'
    | 'key'
    | 'sum'
    | 'program'
    | 'same'
    | 'other'
    | 'alone']: string;
};
export const VERIFY_WORDS: VerifyWords = {
  about:
    'The evidence is checked in this browser, by the same program that anybody can check it with offline: every signature, the proof of every event, and every amount computed again from the events.',
  press: 'Check the evidence here',
  heads: 'Tree heads that you kept',
  heads_hint: 'tree-head.json of earlier bundles. With one, nothing that it covers can have been changed.',
  key_asked: 'Id of the log’s first key, got in another way',
  without: 'To check it elsewhere, download it and run this with Node 20 or later:',
  download: 'Download the evidence',
  running: 'It is being checked …',
  holds: 'It holds.',
  undecided: 'What could be checked holds; something is missing to decide the rest.',
  broken: 'It does not hold.',
  cannot: 'This browser cannot check signatures here. Download the evidence and check it by the command below.',
  failed: 'The evidence could not be checked.',
  invoice: 'Invoice and total',
  amounts: 'Amounts, computed again, by line',
  stands: 'How it stood, at the last event shown',
  events: 'Events proved, of a log of',
  key: 'Signed by key',
  sum: 'SHA-256 of the evidence',
  program: 'The verifier that the evidence carries',
  same: 'is this very program',
  other: 'is another program than this one',
  alone:
    'Without a head that you kept, this is as good as the owner of that key: keep the tree-head.json of every bundle.',
};

type Props = {
  readonly visit: Pick<Visit, 'verifier'>;
  /** Where the evidence is, below the page: `bundle/`. */
  readonly bundle: string;
  /** As it is saved. */
  readonly file: string;
  readonly words?: VerifyWords;
};
/** Evidence, checked in the reader's own browser. Without script it is a download and a command. Needs `visit.verifier.module` in the page's `modules`. */
export const VerifyInPage: FC<Props> = ({ visit, bundle, file, words = VERIFY_WORDS }) => (
  <div
    class="stack-small"
    data-verify=""
    data-bundle={bundle}
    data-words={JSON.stringify({ ...words, own: visit.verifier.sha256 })}
  >
    <p>{words.about}</p>
    <div class="form" hidden>
      <div class="field">
        <label for="verify-heads">{words.heads}</label>
        <input
          id="verify-heads"
          type="file"
          multiple
          accept=".json,.jsonl"
          data-heads=""
          aria-describedby="verify-hint"
        />
        <span class="hint" id="verify-hint">
          {words.heads_hint}
        </span>
      </div>
      <div class="field">
        <label for="verify-key">{words.key_asked}</label>
        <input id="verify-key" type="text" autocomplete="off" data-key="" />
      </div>
      <div class="form-end">
        <button type="button" class="main">
          {words.press}
        </button>
      </div>
    </div>
    <div role="status" class="verdict" />
    <p class="small">
      {words.without} <a href={bundle}>{words.download}</a>
    </p>
    <pre class="wraps">{`unzip -o ${file} verify.mjs && node verify.mjs ${file}`}</pre>
  </div>
);
