import { accept, type Decider, refuse } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';
import {
  type CheckedRelease,
  PLUGIN_SLUG,
  type PluginReleaseCommand,
  type PluginReleaseEvent,
  type PluginReleaseRefusal,
} from './plugin-release-messages.ts';

/** Offered to everybody. */
export const EVERYBODY = 100;

/**
 * What stops a roll-out by itself, reckoned from when its share was last set: so many sites whatever they report, or so many errors
 * as soon as they are not one site's or two's alone.
 */
export const STOPS_AT = { sites: 10, errors: 20, errorsFromSites: 3 } as const;

type Noted = { readonly sites: number; readonly errors: number };
type Known = { readonly release: CheckedRelease; readonly checkedAt: Instant };
type Public = Known & { readonly publishedAt: Instant };
export type PluginRelease =
  | { readonly status: 'none' }
  | (Known & { readonly status: 'checked' })
  | (Public & {
      readonly status: 'published';
      readonly share: number;
      readonly stopped: { readonly by: 'hand' | 'errors'; readonly reason: string } | null;
      readonly noted: Noted;
    })
  | (Public & { readonly status: 'withdrawn'; readonly withdrawnAt: Instant; readonly reason: string });

const NOTHING: Noted = { sites: 0, errors: 0 };

/** One stream a version. What was published under a version is that version's for good. */
export const pluginRelease: Decider<PluginReleaseCommand, PluginRelease, PluginReleaseEvent, PluginReleaseRefusal> = {
  initial: { status: 'none' },
  evolve(state, event): PluginRelease {
    if (event.type === 'PluginReleaseChecked') {
      const { slug: _, ...release } = event.data;
      return { status: 'checked', release, checkedAt: event.at };
    }
    if (state.status === 'none') return state;
    const { release, checkedAt } = state;
    if (event.type === 'PluginReleasePublished') {
      const { share } = event.data;
      return { status: 'published', release, checkedAt, publishedAt: event.at, share, stopped: null, noted: NOTHING };
    }
    if (state.status !== 'published') return state;
    switch (event.type) {
      case 'PluginRolloutChanged':
        return { ...state, share: event.data.share, stopped: null, noted: NOTHING };
      case 'PluginRolloutStopped':
        return { ...state, stopped: { by: event.data.by, reason: event.data.reason } };
      case 'PluginErrorsNoted':
        return { ...state, noted: sum(state.noted, event.data) };
      case 'PluginReleaseWithdrawn': {
        const { publishedAt } = state;
        const { reason } = event.data;
        return { status: 'withdrawn', release, checkedAt, publishedAt, withdrawnAt: event.at, reason };
      }
    }
  },
  decide(command, state) {
    if (command.type === 'Check') return check(command.release, state, command.now);
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such release' });
    const { version } = state.release;
    const of = { slug: PLUGIN_SLUG, version };
    const { now: at } = command;
    const wrong = (message: string) => refuse({ code: 'invalid_state', message, currentState: state.status } as const);
    if (command.type === 'Publish') {
      if (state.status !== 'checked') return wrong(`${version} is ${state.status} already`);
      const { errors } = state.release;
      if (errors > 0)
        return refuse({
          code: 'checklist_errors',
          message: `the checklist of ${version} has errors: ${errors}`,
          currentState: state.status,
        });
      return accept({ type: 'PluginReleasePublished', at, data: { ...of, share: command.share } });
    }
    if (state.status !== 'published') return wrong(`${version} is ${state.status}, and not published`);
    switch (command.type) {
      case 'RollOut': {
        const { share, reason } = command;
        return state.share === share && state.stopped === null
          ? accept()
          : accept({ type: 'PluginRolloutChanged', at, data: { ...of, share, reason } });
      }
      case 'Stop':
        return state.stopped === null
          ? accept({ type: 'PluginRolloutStopped', at, data: { ...of, by: 'hand', reason: command.reason } })
          : wrong(`the roll-out of ${version} is stopped already`);
      case 'NoteErrors':
        return accept<PluginReleaseEvent>(...noted(command, state, of, at));
      case 'Withdraw':
        return accept({ type: 'PluginReleaseWithdrawn', at, data: { ...of, reason: command.reason } });
    }
  },
};

/** A version may be uploaded anew until it is published: what was found in it has been mended. */
function check(release: CheckedRelease, state: PluginRelease, at: PluginReleaseCommand['now']) {
  const { version, upload_sha256: upload } = release;
  if (state.status !== 'none' && state.status !== 'checked')
    return state.release.upload_sha256 === upload
      ? accept<PluginReleaseEvent>()
      : refuse({ code: 'duplicate', message: `${version} was published with other content` } as const);
  const isSame = state.status === 'checked' && sameFindings(state.release, release);
  return isSame
    ? accept<PluginReleaseEvent>()
    : accept<PluginReleaseEvent>({ type: 'PluginReleaseChecked', at, data: { slug: PLUGIN_SLUG, ...release } });
}

/** The same bytes, of which the checklist says the same: another release of ours may find more. */
const sameFindings = (a: CheckedRelease, b: CheckedRelease): boolean =>
  a.upload_sha256 === b.upload_sha256 && JSON.stringify(a.checklist) === JSON.stringify(b.checklist);

function noted(
  { sites, errors }: Noted,
  state: Extract<PluginRelease, { status: 'published' }>,
  of: { readonly slug: string; readonly version: string },
  at: PluginReleaseCommand['now'],
): PluginReleaseEvent[] {
  const note: PluginReleaseEvent = { type: 'PluginErrorsNoted', at, data: { ...of, sites, errors } };
  const all = sum(state.noted, { sites, errors });
  const isRolling = state.share < EVERYBODY && state.stopped === null;
  if (!isRolling || !isTooMuch(all)) return [note];
  const reason = `${all.errors} errors of ${all.sites} sites since the share was set`;
  return [note, { type: 'PluginRolloutStopped', at, data: { ...of, by: 'errors', reason } }];
}

export const isTooMuch = ({ sites, errors }: Noted): boolean =>
  sites >= STOPS_AT.sites || (errors >= STOPS_AT.errors && sites >= STOPS_AT.errorsFromSites);
const sum = (a: Noted, b: Noted): Noted => ({ sites: a.sites + b.sites, errors: a.errors + b.errors });
