import type { Job, JobContext } from '#runtime/jobs';
import { uuidFrom } from '#runtime/random';
import type { AhrefsQuestions, LinkToVerify, Verified } from './ahrefs-snapshot.ts';

export type AhrefsSite = { readonly id: number; readonly account_id: number; readonly domain: string };
type Deps = {
  readonly questions: AhrefsQuestions;
  /** Sites of accounts whose connection is active and whose plan includes the jobs; each account's gate is asked. */
  readonly sites: (cause: JobContext['cause']) => Promise<readonly AhrefsSite[]>;
  readonly linksOf: (siteId: number) => Promise<readonly LinkToVerify[]>;
  readonly sighting: (result: Verified, cause: JobContext['cause']) => Promise<unknown>;
};

/** One site after another; one that fails does not keep the others from their turn. */
async function each(
  sites: readonly AhrefsSite[],
  { cause }: JobContext,
  what: (site: AhrefsSite, own: JobContext['cause']) => Promise<string | number>,
): Promise<{ done: number; counted: number; refused: string[] }> {
  const refused: string[] = [];
  let [done, counted] = [0, 0];
  for (const site of sites) {
    const own = {
      ...cause,
      commandId: uuidFrom(cause.commandId, 'site', site.id),
      accountId: site.account_id,
      siteId: site.id,
    };
    try {
      const result = await what(site, own);
      if (typeof result === 'string') refused.push(`${site.domain}: ${result}`);
      else [done, counted] = [done + 1, counted + result];
    } catch (error) {
      refused.push(`${site.domain}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { done, counted, refused };
}

const told = (text: string, refused: readonly string[]): string =>
  refused.length === 0 ? text : `${text}; not done: ${refused.slice(0, 5).join('; ')}`;

/** The weekly jobs of spec 2.5. */
export function ahrefsJobs({ questions, sites, linksOf, sighting }: Deps): Job[] {
  const verify = async (context: JobContext, wanted: (result: Verified) => boolean) =>
    each(await sites(context.cause), context, async (site, cause) => {
      const links = await linksOf(site.id);
      if (links.length === 0) return 0;
      const answered = await questions.verify(site.account_id, site.domain, links, cause);
      if (!answered.ok) return answered.refusal.message;
      const hits = answered.results.filter(wanted);
      for (const hit of hits)
        await sighting(hit, { ...cause, commandId: uuidFrom(cause.commandId, 'link', hit.backlink_id) });
      return hits.length;
    });
  return [
    {
      name: 'sync_ahrefs_domain_snapshot',
      schedule: { kind: 'weekly', weekday: 1, at: '03:00' },
      run: async (context) => {
        const { done, refused } = await each(await sites(context.cause), context, async (site, cause) => {
          const taken = await questions.snapshot(site.account_id, site.id, site.domain, cause);
          return taken.ok ? 0 : taken.refusal.message;
        });
        return told(`${done} snapshots taken`, refused);
      },
    },
    {
      name: 'verify_backlinks_via_ahrefs',
      schedule: { kind: 'weekly', weekday: 2, at: '03:00' },
      run: async (context) => {
        const { done, counted, refused } = await verify(context, (result) => !result.lost);
        return told(`${done} sites, ${counted} links looked up`, refused);
      },
    },
    {
      // The answers are those of the job before, kept for a day: asking again costs nothing.
      name: 'detect_lost_backlinks_ahrefs',
      schedule: { kind: 'weekly', weekday: 2, at: '03:00' },
      run: async (context) => {
        const { done, counted, refused } = await verify(context, (result) => result.lost);
        return told(`${done} sites, ${counted} links reported lost and looked at again`, refused);
      },
    },
  ];
}
