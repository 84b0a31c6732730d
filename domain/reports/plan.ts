import { type Day, plusDays } from '#domain/kernel/time';
import type { Say } from './language/claims.ts';
import type { Need } from './report-data.ts';
import type { Approval, ReportInputs } from './report-inputs.ts';
import { nextWindow } from './windows.ts';

export type Action = { readonly owner: 'us' | 'you'; readonly text: string; readonly on: Day };

/** Days that something waits for the client before it is due (spec 13, 3.7). */
const DAYS_TO_ANSWER = 7;

/** The phrase of what waits, with its name where it has one that people know it by. */
function asked({ what, id, title }: Approval, say: Say): string {
  if (what === 'placement') return say('need_placement', { domain: title ?? '' });
  if (what === 'brief') return say('need_brief', { id: String(id) });
  return title === null || what === 'order'
    ? say(`need_${what}`, { id: String(id) })
    : say(`need_${what}_named`, { title });
}
const needOf = (approval: Approval, say: Say): Need => {
  const { what, id, since } = approval;
  const text = asked(approval, say);
  return what === 'brief'
    ? { kind: 'brief', id, text, href: `/app/orders/${id}/`, since }
    : { kind: 'approval', id, text, href: '/app/approvals/', since };
};

/** What waits for the client: approvals, briefs, and connections that are missing. The oldest first. */
export function needsOf(inputs: ReportInputs, siteId: number, say: Say): Need[] {
  const approvals = inputs.approvals.map((approval) => needOf(approval, say));
  const since = inputs.windows.period[1];
  const connection = (text: string): Need => ({ kind: 'connection', id: siteId, text, href: null, since });
  const unseen = inputs.search.now.length === 0 && (inputs.subscription?.search_console ?? false);
  return [
    ...approvals.sort((a, b) => (a.since !== b.since ? (a.since < b.since ? -1 : 1) : a.id - b.id)),
    ...(inputs.connected === false ? [connection(say('need_connection'))] : []),
    ...(unseen ? [connection(say('need_search_console'))] : []),
  ];
}

/** What is done next and by whom; by date, what waits for the client first. */
export function actionsOf(inputs: ReportInputs, needs: readonly Need[], say: Say): Action[] {
  const [, end] = nextWindow(inputs.type, inputs.windows.period[1]);
  const yours = needs.map(({ text, since }): Action => ({ owner: 'you', text, on: plusDays(since, DAYS_TO_ANSWER) }));
  const ours = [
    ...inputs.queued.map(
      ({ title, on }): Action => ({ owner: 'us', text: say('plan_publish', { title }), on: on ?? end }),
    ),
    ...inputs.targets.map(
      ({ title, anchor, on }): Action => ({
        owner: 'us',
        text: say('plan_link', { page: title, anchor }),
        on: on ?? end,
      }),
    ),
  ];
  const byDate = (a: Action, b: Action): number => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.text < b.text ? -1 : 1);
  return [...yours.sort(byDate), ...ours.sort(byDate)];
}
