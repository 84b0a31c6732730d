import type { ReportDomainEvent } from '#domain/reports/report-domain';
import { proveReportDomain } from '#domain/reports/white-label-effects';
import { ask, saga } from '#runtime/typed-saga';

type Claimed = Extract<ReportDomainEvent, { type: 'ReportDomainClaimed' }>;
type Types = { state: null; starts: Claimed; listens: Claimed; own: never; timers: Record<never, never> };

/** Looks for the proof of a domain as soon as it is claimed; later looks are the daily job's. One instance a domain. */
export const reportDomainProof = saga<Types>()({
  name: 'report-domain-proof',
  asks: [proveReportDomain],
  timers: {},
  starts: { ReportDomainClaimed: ({ domain }) => ({ instance: domain, keys: [`report-domain:${domain}`] }) },
  listens: { ReportDomainClaimed: ({ domain }) => `report-domain:${domain}` },
  initial: null,
  evolve: (state) => state,
  on: {
    ReportDomainClaimed: (_, { id, data: { domain, token } }) => [
      ask(proveReportDomain, { name: `prove/${id}`, key: `prove-${id}`, payload: { domain, token } }),
    ],
  },
  fired: {},
});
