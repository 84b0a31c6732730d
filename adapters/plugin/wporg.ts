import { createEgress } from '#adapters/egress';
import type { AskWporg, WporgNumbers } from '#commands/plugin/ports-plugin';
import { parseDay } from '#domain/kernel/time';

export const WPORG = 'https://api.wordpress.org';
/** Days of downloads that are asked for: what was missed while nobody asked is made up for. */
const DAYS = 60;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

type Json = { readonly [field: string]: unknown };

/**
 * What the public API of wordpress.org tells of a plugin, by the guarded way out. A base on this machine is reached because the
 * configuration names it. Null where the plugin is not listed, or closed; throws where the answer is none that can be read.
 */
export function createWporg(base: string = WPORG, timeoutMs = 15_000): AskWporg {
  const { hostname } = new URL(base);
  const isHere = LOOPBACK.has(hostname);
  const egress = createEgress({
    timeoutMs,
    secureOnly: !isHere,
    ...(isHere ? { allow: [hostname.replace(/^\[|\]$/g, ''), '127.0.0.1', '::1'] } : { ports: [443] }),
  });

  async function ask(path: string, query: Readonly<Record<string, string>>): Promise<Json | null> {
    const url = `${base.replace(/\/$/, '')}${path}?${new URLSearchParams(query)}`;
    const { status, body } = await egress.get(url, { accept: /json|text\/html/i, maxRedirects: 2 });
    if (status === 404) return null;
    if (status !== 200) throw new Error(`wordpress.org answered ${status}`);
    try {
      return JSON.parse(body.toString('utf8')) as Json;
    } catch {
      throw new Error('wordpress.org answered something that is no JSON');
    }
  }

  return async (slug) => {
    const told = await ask('/plugins/info/1.2/', { action: 'plugin_information', 'request[slug]': slug });
    if (told === null || told['error'] !== undefined) return null;
    if (told['slug'] !== slug) throw new Error('wordpress.org answered of another plugin');
    const daily = await ask('/stats/plugin/1.0/downloads.php', { slug, limit: String(DAYS) });
    const ratings = count(told['num_ratings']) ?? 0;
    return {
      version: typeof told['version'] === 'string' ? told['version'].slice(0, 40) : null,
      rating: ratings === 0 ? null : count(told['rating']),
      num_ratings: ratings,
      active_installs: count(told['active_installs']),
      downloaded: count(told['downloaded']),
      downloads: downloadsOf(daily ?? {}),
    };
  };
}

/** Numbers come as such, or as text. */
function count(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 && number < 2 ** 31
    ? Math.round(number)
    : null;
}

const downloadsOf = (daily: Json): WporgNumbers['downloads'] =>
  Object.entries(daily)
    .flatMap(([text, value]) => {
      const [day, downloads] = [parseDay(text), count(value)];
      return day === null || downloads === null ? [] : [{ day, downloads }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(-DAYS);
