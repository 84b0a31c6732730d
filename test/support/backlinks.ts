import { type Client, clientFacts } from './api.ts';

/** Days from the start of these stories, at noon unless told. */
export const START = '2026-06-01T08:00:00.000Z';
export const day = (n: number, time = '12:00:00'): string =>
  `${new Date(Date.parse(START) + n * 86_400_000).toISOString().slice(0, 11)}${time}.000Z`;

export const urlOf = (n: number): string => `https://blog${n}.example/post`;
export const linkTo = (n: number): string => `<p>Read <a class="x" href="https://site11.example/">anchor ${n}</a></p>`;

/** An account on `scale` with a site, and pages that carry a link to it. */
export async function begin(api: Client, links: number, plan = 'scale'): Promise<void> {
  await api.post('platform/facts/', clientFacts(1, 11, plan));
  for (let n = 1; n <= links; n++) await api.post('sandbox/pages/', { url: urlOf(n), html: linkTo(n) });
}

export async function must(answer: Promise<{ status: number; body: unknown }>, status = 200) {
  const { status: got, body } = await answer;
  if (got !== status) throw new Error(`answered ${got}: ${JSON.stringify(body)}`);
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at by tests, whatever their shape.
  return body as any;
}

export const placement = (n: number, tier: string, cost: string) => ({
  vendor: 'fatgrid',
  source_url: urlOf(n),
  target_url: 'https://site11.example/',
  anchor_text: `anchor ${n}`,
  cost,
  tier,
});
