import type { Call, Reply } from '#api/http/routes';
import { type PagesDeps, visitOf } from './frame.ts';
import type { LiveParts, Page } from './page.ts';

/** A page that is open looks for changes so often (ms), and says every so many looks that it is still there. */
const LOOK_MS = 1_000;
const HEARTBEAT_LOOKS = 15;
/** In the address of a stream: the position that the page had seen when it was made. */
export const SEEN_AT = 'seen';

/** The parts of a page that change by themselves, as server-sent events named after them: whatever differs, with a mark that it does. */
export async function liveStream(page: Page, deps: PagesDeps, call: Call): Promise<Reply> {
  const seenAt = Number(new URL(call.c.req.raw.url).searchParams.get(SEEN_AT) ?? '-1');
  const look = async (): Promise<LiveParts> => {
    const visit = await visitOf(deps, call);
    visit.search.delete(SEEN_AT);
    // Drawn for what it puts down about its parts.
    const content = await page.show(visit);
    if ('body' in content) String(content.body);
    return visit.live;
  };
  return {
    status: 200,
    raw: streamOf(changes(look, seenAt, deps, call.signal)),
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    },
  };
}

async function* changes(
  look: () => Promise<LiveParts>,
  seenAt: number,
  { position, pause }: PagesDeps,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let at = await position();
  let shown = await look();
  // Whoever comes back, or came late, is given everything; nothing of it is marked, as nobody knows what they had.
  if (at !== seenAt) yield [...shown.parts].map(([id, draw]) => eventOf(id, draw(false))).join('');
  else yield ': as it was\n\n';
  for (let looks = 1; !signal.aborted; looks++) {
    await pause(LOOK_MS, signal).catch(() => undefined);
    if (signal.aborted) return;
    const now = await position();
    if (now !== at) {
      at = now;
      const next = await look();
      const changed = differing(shown, next);
      shown = next;
      if (changed.length > 0) yield changed.join('');
    } else if (looks % HEARTBEAT_LOOKS === 0) yield ': still here\n\n';
  }
}

/** An event for each part that is not as it was, save those that stand in one that is sent anyway. */
export function differing(before: LiveParts, after: LiveParts): string[] {
  const old = new Map([...before.parts].map(([id, draw]) => [id, draw(false)]));
  const now = new Map([...after.parts].map(([id, draw]) => [id, draw(false)]));
  const own = (of: ReadonlyMap<string, string>, id: string): string => {
    let html = of.get(id) ?? '';
    for (const [other, inner] of of) if (other !== id) html = html.replace(inner, `\0${other}\0`);
    return html;
  };
  const moved = [...now.keys()].filter((id) => old.has(id) && own(old, id) !== own(now, id));
  const inside = (id: string): boolean =>
    moved.some((other) => other !== id && (now.get(other) ?? '').includes(now.get(id) ?? ''));
  return moved
    .filter((id) => !inside(id))
    .map((id) => {
      let html = after.parts.get(id)?.(!hasParts(now, id)) ?? '';
      // Of a part with parts of its own those are marked that are new or are not as they were.
      for (const [other, inner] of now)
        if (other !== id && html.includes(inner) && old.get(other) !== inner)
          html = html.replace(inner, after.parts.get(other)?.(true) ?? inner);
      return eventOf(id, html);
    });
}
const hasParts = (all: ReadonlyMap<string, string>, id: string): boolean =>
  [...all].some(([other, inner]) => other !== id && (all.get(id) ?? '').includes(inner));

const eventOf = (id: string, html: string): string =>
  `event: ${id}\n${html
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join('')}\n`;

function streamOf(chunks: AsyncGenerator<string>): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
