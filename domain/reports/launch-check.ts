import type { Instant } from '#domain/kernel/time';

/** The parts of a full cycle, in the order in which they come about for a client. */
export const CYCLE_PARTS = ['onboarding', 'content', 'links', 'indexing', 'report', 'invoice', 'paid'] as const;
export type CyclePart = (typeof CYCLE_PARTS)[number];

/** The event that shows it, and where it stands. */
export type LaunchEvidence = {
  readonly event_id: string;
  readonly stream: string;
  readonly at: Instant;
  /** What it is of, as the API has it. */
  readonly href: string | null;
};
/** What has come about for a site so far: the first of each. */
export type Cycle = {
  readonly site_id: number;
  readonly parts: { readonly [P in CyclePart]?: LaunchEvidence | undefined };
};
type Told = { readonly evidence: LaunchEvidence; readonly note: string; readonly url: string | null };
type Flag = { readonly enabled: boolean; readonly percentage: number | null; readonly evidence: LaunchEvidence };

/** What there is to see; null where there is nothing. */
export type LaunchSeen = {
  readonly staging: Flag | null;
  readonly stagingTold: Told | null;
  readonly production: Flag | null;
  readonly cycles: readonly Cycle[];
  readonly plugin: Told | null;
  readonly announcement: {
    readonly status: 'draft' | 'sending' | 'sent' | 'stopped';
    readonly settled: number;
    readonly addressed: number;
    readonly evidence: LaunchEvidence;
  } | null;
};

export const LAUNCH_STEPS = [
  'flag_staging',
  'beta_clients',
  ...CYCLE_PARTS.map((part) => `cycle_${part}` as const),
  'plugin_submitted',
  'flags_production',
  'announcement_sent',
] as const;
export type LaunchStepName = (typeof LAUNCH_STEPS)[number];
export type LaunchStep = {
  readonly step: LaunchStepName;
  readonly title: string;
  readonly done: boolean;
  readonly why: string;
  readonly evidence: readonly LaunchEvidence[];
};

/** The seed's sequence: of each step whether it is done, why or why not, and what shows it. */
export function launchSteps(seen: LaunchSeen, betaClients: number): LaunchStep[] {
  const cycle = fullest(seen.cycles);
  return [
    stagingStep(seen),
    betaStep(seen, betaClients),
    ...CYCLE_PARTS.map((part) => cycleStep(part, cycle)),
    pluginStep(seen),
    productionStep(seen),
    announcementStep(seen),
  ];
}

/** The site that has come furthest; a cycle is one client's, not pieces of several. */
const fullest = (cycles: readonly Cycle[]): Cycle | null =>
  [...cycles].sort((a, b) => size(b) - size(a) || a.site_id - b.site_id)[0] ?? null;
const size = ({ parts }: Cycle): number => CYCLE_PARTS.filter((part) => parts[part] !== undefined).length;

function stagingStep({ staging, stagingTold }: LaunchSeen): LaunchStep {
  const step = { step: 'flag_staging', title: 'Managed services are on in staging' } as const;
  if (staging?.enabled) return { ...step, done: true, why: 'the flag is on for staging', evidence: [staging.evidence] };
  if (stagingTold) return { ...step, done: true, why: stagingTold.note, evidence: [stagingTold.evidence] };
  return {
    ...step,
    done: false,
    why: 'the flag is not on for staging, and nobody said that it is on there',
    evidence: [],
  };
}

function betaStep({ cycles }: LaunchSeen, needed: number): LaunchStep {
  const onboarded = cycles.flatMap(({ parts }) => parts.onboarding ?? []);
  return {
    step: 'beta_clients',
    title: 'Beta clients are onboarded',
    done: onboarded.length >= needed,
    why: `${onboarded.length} of ${needed} sites have had their service begun`,
    evidence: onboarded.slice(0, 10),
  };
}

const PART_TITLES: Readonly<Record<CyclePart, readonly [string, string]>> = {
  onboarding: ['A client was onboarded', 'no service of a client has begun'],
  content: ['Content was published', 'no article was published for it'],
  links: ['A link went live', 'no link has gone live for it'],
  indexing: ['A link was indexed', 'none of its links has been indexed'],
  report: ['A report was delivered', 'no report was delivered for it'],
  invoice: ['An invoice was issued', 'no invoice with its service was issued'],
  paid: ['The invoice was paid', 'no invoice with its service is paid'],
};
function cycleStep(part: CyclePart, cycle: Cycle | null): LaunchStep {
  const [title, missing] = PART_TITLES[part];
  const found = cycle?.parts[part];
  const of = cycle === null ? '' : `site ${cycle.site_id}, which has come furthest: `;
  return {
    step: `cycle_${part}`,
    title,
    done: found !== undefined,
    why: found === undefined ? `${of}${missing}` : `site ${cycle?.site_id}, on ${found.at.slice(0, 10)}`,
    evidence: found === undefined ? [] : [found],
  };
}

const pluginStep = ({ plugin }: LaunchSeen): LaunchStep => ({
  step: 'plugin_submitted',
  title: 'The plugin is submitted to WordPress.org',
  done: plugin !== null,
  why: plugin?.note ?? 'nothing says that it was submitted',
  evidence: plugin === null ? [] : [plugin.evidence],
});

function productionStep({ production }: LaunchSeen): LaunchStep {
  const step = { step: 'flags_production', title: 'Managed services are on in production' } as const;
  if (production === null) return { ...step, done: false, why: 'nobody has set the flag for production', evidence: [] };
  const evidence = [production.evidence];
  const { percentage, enabled } = production;
  if (percentage !== null && percentage < 100)
    return { ...step, done: false, why: `the flag is on for ${percentage} % of accounts`, evidence };
  return enabled || percentage === 100
    ? { ...step, done: true, why: 'the flag is on for everybody', evidence }
    : { ...step, done: false, why: 'the flag is off', evidence };
}

function announcementStep({ announcement }: LaunchSeen): LaunchStep {
  const step = { step: 'announcement_sent', title: 'Existing users are told' } as const;
  if (announcement === null) return { ...step, done: false, why: 'there is no announcement', evidence: [] };
  const { status, settled, addressed, evidence } = announcement;
  const why = `the newest announcement is ${status}: ${settled} of ${addressed} copies seen to`;
  return { ...step, done: status === 'sent' && addressed > 0, why, evidence: [evidence] };
}
