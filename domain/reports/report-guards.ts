import { type Decision, refuse } from '#domain/kernel/decider';
import type { KnownReport, ReportEvent, ReportRefusal } from './report-messages.ts';
import { newestOf } from './report-state.ts';

export type Made = Decision<ReportEvent, ReportRefusal>;

/** Who approves, rejects or sends names the version that they read: refused where another has taken its place. */
export function notNewest(state: KnownReport, version: number): Made | null {
  const newest = newestOf(state).version;
  if (version === newest) return null;
  if (version > newest)
    return refuse({ code: 'invalid_values', pointer: '/version', message: `there is no version ${version} yet` });
  const message = `version ${newest} has taken the place of version ${version}: read that one`;
  return refuse({ code: 'version_superseded', message, currentState: state.status });
}
export const unready = (state: KnownReport): Made | null =>
  newestOf(state).rendering === 'ready' ? null : notReady(state);

export function notReady(state: KnownReport): Made {
  const { version, problem } = newestOf(state);
  const message =
    problem === null ? `version ${version} is being made` : `version ${version} failed: ${problem.detail}`;
  return refuse({ code: 'report_not_ready', message, currentState: state.status });
}
export const invalid = (state: KnownReport, done: string): Made =>
  refuse({
    code: 'invalid_state',
    message: `a report that is ${state.status.replace('_', ' ')} cannot be ${done}`,
    currentState: state.status,
  });
