import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { dayOf, UTC } from '#domain/kernel/calendar';
import { type Day, plusDays } from '#domain/kernel/time';
import { PLUGIN_SLUG } from '#domain/plugin/plugin-release-messages';
import type { Clock } from '#runtime/clock';
import { faults, type StandInEnv } from './serve.ts';
import type { SandboxState } from './state.ts';

/** Stand-in of api.wordpress.org below /wporg. It knows our plugin alone; its figures follow from the day. */
export function sandboxWporg(
  state: SandboxState,
  clock: Pick<Clock, 'now'>,
  { slowMs }: { readonly slowMs?: number } = {},
): Hono<StandInEnv> {
  const app = new Hono<StandInEnv>();
  app.use('/wporg/*', faults(state, 'wporg', slowMs));
  app.get('/wporg/plugins/info/1.2/', (c) => {
    if (c.req.query('request[slug]') !== PLUGIN_SLUG) return c.json({ error: 'Plugin not found.' }, 404);
    const today = dayOf(clock.now(), UTC);
    const age = Math.max(0, Math.round((Date.parse(today) - Date.parse('2026-01-01')) / 86_400_000));
    return c.json({
      name: 'IGNY8 SEO',
      slug: PLUGIN_SLUG,
      version: '1.0.0',
      rating: 88 + (age % 7),
      ratings: { 5: 10 + age, 4: 3, 3: 1, 2: 0, 1: 1 },
      num_ratings: 15 + age,
      active_installs: Math.floor((100 + age * 3) / 10) * 10,
      downloaded: 1000 + age * 20,
    });
  });
  app.get('/wporg/stats/plugin/1.0/downloads.php', (c) => {
    if (c.req.query('slug') !== PLUGIN_SLUG) return c.json([]);
    const today = dayOf(clock.now(), UTC);
    const days = Array.from({ length: Math.min(60, Number(c.req.query('limit') ?? 30)) }, (_, n) =>
      plusDays(today, -n - 1),
    );
    return c.json(Object.fromEntries(days.reverse().map((day) => [day, String(downloadsOn(day))])));
  });
  return app;
}

const downloadsOn = (day: Day): number => 12 + ((createHash('sha256').update(day).digest()[0] ?? 0) % 30);
