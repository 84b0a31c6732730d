import { counted } from '#domain/kernel/words';
import { proofName, proofText } from '#domain/reports/report-domain';
import { jobParts } from '#runtime/job-parts';
import type { Job } from '#runtime/jobs';
import type { HasTextRecord } from './ports-white-label.ts';
import type { ReportDomainCommands } from './report-domain.ts';

export type ClaimedDomain = {
  readonly domain: string;
  readonly token: string;
  readonly state: 'claimed' | 'proved' | 'lapsed';
};

/** Proofs of domains are looked for every week, whether or not they were found before (spec 13, 4.5). */
export const reportDomainJob = (deps: {
  readonly domains: ReportDomainCommands;
  readonly hasTextRecord: HasTextRecord;
  readonly claimed: () => Promise<readonly ClaimedDomain[]>;
}): Job => ({
  name: 'check_report_domains',
  schedule: { kind: 'weekly', weekday: 1, at: '02:40' },
  run: async ({ cause }) => {
    const parts = jobParts();
    let [proved, silent] = [0, 0];
    const all = await deps.claimed();
    for (const { domain, token } of all) {
      const look = async () => {
        const found = await deps.hasTextRecord(proofName(domain), proofText(token));
        if (found === null) silent += 1;
        else await deps.domains.look(domain, token, found, cause);
        if (found) proved += 1;
      };
      await parts.attempt(`domain ${domain}`, look, undefined);
    }
    return parts.report(`${counted(all.length, 'domain')} looked at, ${proved} proved, ${silent} without an answer`);
  },
});
