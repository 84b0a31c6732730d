import { sharedReportApi } from '#api/reports/shared-report';
import { type BrandLook, reportPageHosts } from '#api/reports/small-pages';
import type { LookOf, SmallPage } from '#commands/reports/ports-reports';
import type { ReportCommands } from '#commands/reports/report';
import { reportHosts } from '#commands/reports/report-hosts';
import type { ReportMaking } from '#commands/reports/report-making';
import { sharePasswords } from '#commands/reports/share-passwords';
import { shareViews } from '#commands/reports/share-views';
import { sharedReports } from '#commands/reports/shared-report';
import type { BrandingId } from '#domain/kernel/ids';
import { reportDomainVisits } from '#projections/reports/report-domain';
import { reportShares, sharedBy } from '#projections/reports/report-shares';
import { Kept } from '#runtime/kept';
import type { Projection } from '#runtime/projection';
import type { Machine } from './machine.ts';
import type { Http } from './room.ts';

export const reportSharingProjections: readonly Projection[] = [reportShares];

/** So long, and so many of them, is a brand shown on small pages as it was found: what is wrong with an address costs next to nothing. */
const LOOK_LASTS_MS = 30_000;
const MOST_LOOKS = 16 * 1024 * 1024;

/** What small pages show of a brand; nothing where it cannot be had, as they have nothing else to say. */
export function brandLooks(look: LookOf, monotonicMs: () => number): BrandLook {
  const kept = new Kept<{ readonly look: SmallPage['look'] }>({
    mostBytes: MOST_LOOKS,
    lastsMs: LOOK_LASTS_MS,
    bytesOf: (found) => 1024 + 2 * (found.look?.logo?.base64.length ?? 0),
    monotonicMs,
  });
  return async (branding) => {
    const found = await kept.get(`${branding}`, async () => {
      const asked = await look({ branding_id: branding as BrandingId | null, client_logo_url: null });
      return { look: 'look' in asked ? asked.look : null };
    });
    return found?.look ?? null;
  };
}

type Parts = { readonly reports: ReportCommands; readonly making: ReportMaking; readonly look: BrandLook };

/** Reports for whoever holds a link, and the hosts that links lead to. */
export function openReportSharing(machine: Machine, { reports, making, look }: Parts) {
  const { clock, zone, random, tables, monotonicMs, whiteLabel } = machine;
  const { render, secrets, tickets, page: draw } = machine.reporting;
  const publicUrl = machine.publicUrl ?? null;
  const views = shareViews({ reports, clock, zone, newId: () => random.uuid() });
  const find = sharedBy(tables);
  const shared = sharedReports({ making, render, monotonicMs });
  const proved = (domain: string) => reportDomainVisits(tables).provedFor(domain);
  const neutralUrl = whiteLabel.senders.neutral.origin;
  return {
    views,
    hosts: reportPageHosts({ of: reportHosts({ publicUrl, neutralUrl, proved, monotonicMs }), look, draw }),
    routes: ({ now }: Http) => [
      sharedReportApi({
        shared: (token) => find(secrets.hash(token)),
        reports: shared,
        views,
        passwords: sharePasswords({ secrets, now }),
        tickets,
        look,
        draw,
        now,
        isSecure: publicUrl?.startsWith('https:') ?? false,
      }),
    ],
  };
}
