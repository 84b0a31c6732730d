import type { IndexingService, IndexingServiceName } from '#commands/links/ports-backlinks';
import { createAsk, type Line, type Reply, refusal, unreadable } from './http.ts';

type FormService = Line & {
  readonly service: IndexingServiceName;
  readonly url: string;
  /** The form's fields; `urls` comes ready to be joined by `|`. */
  readonly fields: (values: { readonly urls: string; readonly reference: string }) => Readonly<Record<string, string>>;
  /** What the text of a 2xx answer says. */
  readonly read: (body: string) => Reply<null>;
};

/** A service that takes a form with URLs joined by `|`, gives no id and cannot be asked what it took. */
export function createFormService({ url: address, fields, read, ...line }: FormService): IndexingService {
  const ask = createAsk(line);
  return {
    name: line.service,
    async submit({ url, reference }) {
      // A `|` of the URL's own would make two of it.
      const form = fields({ urls: url.replaceAll('|', '%7C'), reference });
      const reply = await ask(
        {
          method: 'POST',
          url: address,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(form).toString(),
        },
        read,
      );
      return reply.outcome === 'answered' ? { outcome: 'accepted', reference: null } : reply;
    },
  };
}

/** Where the whole answer is one word, whatever its case; other words are a no, and an empty answer says nothing. */
export const readWord =
  (word: string) =>
  (body: string): Reply<null> => {
    const text = body.trim();
    if (text.toLowerCase() === word.toLowerCase()) return { outcome: 'answered', value: null };
    return text === '' ? unreadable(body) : refusal(text);
  };
