import { brandingApi } from '#api/reports/branding';
import { distributionReportApi } from '#api/reports/distribution-report';
import { reportTemplateApi } from '#api/reports/report-template';
import { brandingCommands } from '#commands/reports/branding';
import { distributionReports } from '#commands/reports/distribution-report';
import { logoCommands } from '#commands/reports/logo';
import { looks } from '#commands/reports/look';
import { reportDomainCommands } from '#commands/reports/report-domain';
import { templateCommands } from '#commands/reports/report-template';
import { whiteLabelEffects } from '#commands/reports/white-label-effects';
import { reportDomainJob } from '#commands/reports/white-label-jobs';
import { houseLook } from '#domain/reports/house-look';
import { proofName, proofText } from '#domain/reports/report-domain';
import { backlinkReader } from '#projections/links/backlink-reader';
import { brandings } from '#projections/reports/branding';
import { distributionVisits } from '#projections/reports/distribution-visits';
import { logos as logoRows } from '#projections/reports/logo';
import { reportDomains, reportDomainVisits } from '#projections/reports/report-domain';
import { reportTemplates, templateVisits } from '#projections/reports/report-template';
import { namedInConfigs, whiteLabelReader } from '#projections/reports/white-label-reader';
import type { Cause } from '#runtime/metadata';
import type { Projection } from '#runtime/projection';
import { clientLogo } from '#sagas/reports/client-logo';
import { logoFetch } from '#sagas/reports/logo-fetch';
import { reportDomainProof } from '#sagas/reports/report-domain-proof';
import type { Machine } from './machine.ts';
import type { PlansRoom } from './plans.ts';
import type { PlatformRoom } from './platform.ts';
import type { Http } from './room.ts';
import type { ServicesRoom } from './services.ts';

export const whiteLabelProjections: readonly Projection[] = [brandings, logoRows, reportDomains, reportTemplates];

type Left = { readonly platform: PlatformRoom; readonly plans: PlansRoom; readonly services: ServicesRoom };

/** Under whose name reports go out: brands, their logos and domains, templates. */
export function openWhiteLabel(machine: Machine, { platform, plans, services }: Left) {
  const { store, handler, ids, clock, random, personal, files, tables, whiteLabel } = machine;
  const { fetchLogo, hasTextRecord, checkTemplate, previewTemplate, renderDistribution, senders } = whiteLabel;
  const { features } = plans.commands;
  const logos = logoCommands({ handler, clock, files });
  const domains = reportDomainCommands({ handler, clock, random });
  const visits = { domains: reportDomainVisits(tables), templates: templateVisits(tables) };
  const [namingBranding, namingTemplate] = [
    namedInConfigs(tables, 'branding_id'),
    namedInConfigs(tables, 'template_id'),
  ];
  const brandingsOf = brandingCommands({
    handler,
    ids,
    clock,
    features,
    personal,
    logos,
    domains,
    usesOf: async (id) => [...(await namingBranding(id)), ...(await visits.templates.ofBranding(id))],
  });
  const templates = templateCommands({ handler, ids, clock, features, check: checkTemplate, usesOf: namingTemplate });
  /** Looks for the proof of a domain now; where it stands in the log, where anything was found out. */
  const prove = async (domain: string, cause: Cause): Promise<number | null> => {
    const { state } = await domains.load(domain);
    if (state.status === 'free') return null;
    const found = await hasTextRecord(proofName(domain), proofText(state.token));
    if (found === null) return null;
    const done = await domains.look(domain, state.token, found, cause);
    return done.ok ? done.position : null;
  };
  const all = looks({
    house: houseLook(machine.teamAddress),
    senders,
    brandings: brandingsOf,
    logos,
    domains,
    templates,
    defaultTemplate: async (id) => (await visits.templates.defaultOf(id))?.id ?? null,
    features,
    personal,
  });
  const placed = distributionVisits(tables);
  const distribution = distributionReports({
    look: all.lookOf,
    render: renderDistribution,
    clock,
    head: async () => (await store.head()).position,
    placementsOf: placed.placementsOf,
    styleOf: placed.styleOf,
    names: async ({ account_id, site_id }) => {
      const [account, site] = [await platform.directory.account(account_id), await platform.directory.site(site_id)];
      const site_domain = site?.domain ?? '';
      return {
        client_name: await personal.open(account?.name ?? ''),
        site_name: site?.name ?? site_domain,
        site_domain,
      };
    },
  });
  return {
    ...all,
    commands: { brandings: brandingsOf, templates },
    sagas: [logoFetch, clientLogo, reportDomainProof],
    effects: [
      whiteLabelEffects({
        logos,
        domains,
        files,
        fetchLogo,
        hasTextRecord,
        accountOf: async (id) => {
          const { state } = await services.commands.subscriptions.load(id);
          return state.status === 'none' ? null : state.accountId;
        },
      }),
    ],
    jobs: [reportDomainJob({ domains, hasTextRecord, claimed: visits.domains.claimed })],
    routes: ({ reads }: Http) => {
      const reader = whiteLabelReader(reads);
      return [
        brandingApi({ commands: brandingsOf, reader, prove, isServed: visits.domains.isServed }),
        distributionReportApi({ reports: distribution, orders: backlinkReader(reads), reader }),
        reportTemplateApi({ commands: templates, reader, preview: previewTemplate }),
      ];
    },
  };
}
