import { type Instant, plusHours } from '#domain/kernel/time';
import type { LinkIndexing } from '#domain/links/backlink-order-messages';
import {
  checkLinkQuality,
  correctLinkCost,
  lookAtLink,
  markLinkReplaced,
  openBacklink,
  proveGuaranteeClaim,
  requestIndexing,
} from '#domain/links/effects';
import type { LiveCheckStep } from '#domain/links/live-check';
import { teamEmail } from '#domain/services/effects';
import type { TeamTemplate } from '#domain/services/team-mail';
import { type Answer, ask, saga, type Told } from '#runtime/typed-saga';
import {
  ASKS,
  guaranteeChecked,
  type Heard,
  indexLooked,
  lookIntoIndex,
  named,
  notLooked,
  type Placed,
  refOf,
  type Step,
  type Types,
  tell,
  type Watch,
  type Watched,
} from './backlink-watch-steps.ts';

const ofLink = ({ backlink_id }: { readonly backlink_id: number }) => `backlink:${backlink_id}`;

/** What follows once it is known which link is watched. */
const known =
  <T>(follows: (state: Watched, told: T) => readonly Step[]) =>
  (state: Watch, told: T): readonly Step[] =>
    state.link === null ? [] : follows(state, told);

/**
 * Looks after one placed link: has its quality checked, then its page looked at until it is live
 * and ever after, asks for its indexing, and tells its order what becomes of it.
 */
export const backlinkWatch = saga<Types>()({
  name: 'backlink-watch',
  asks: ASKS,
  timers: {
    look: (name) => (name.startsWith('look/') ? { step: name.slice('look/'.length) as LiveCheckStep } : null),
    index: (name) => (name.startsWith('index/') ? {} : null),
  },
  starts: { OrderLinkPlaced: (data) => ({ instance: String(data.backlink_id), keys: [ofLink(data)] }) },
  listens: {
    BacklinkAccepted: ofLink,
    BacklinkRejected: ofLink,
    BacklinkLiveChecked: ofLink,
    BacklinkWentLive: ofLink,
    BacklinkFlagged: ofLink,
    BacklinkLost: ofLink,
    BacklinkCheckRequested: ofLink,
    BacklinkGuaranteeChecked: ofLink,
    GuaranteeClaimed: ofLink,
    IndexingRequested: ofLink,
    IndexingRefused: ofLink,
    BacklinkIndexed: ofLink,
    BacklinkIndexingFailed: ofLink,
    BacklinkIndexingCancelled: ofLink,
    IndexingReviewed: ofLink,
    OrderLinkCostCorrected: ofLink,
  },
  initial: { link: null },
  evolve(state, entry) {
    if (state.link === null)
      return entry.kind === 'heard' && entry.event.type === 'OrderLinkPlaced'
        ? { link: entry.event.data, look: null, looks: 0, claim: null, indexLooks: 0 }
        : state;
    if (entry.kind === 'set') return entry.timer === 'look' ? { ...state, look: entry.name } : state;
    if (entry.kind === 'heard' && entry.event.type === 'BacklinkCheckRequested' && entry.event.data.claim)
      return { ...state, claim: entry.event.data.claim };
    if (entry.kind !== 'asked') return state;
    if (entry.asked.kind === 'index_check') return { ...state, indexLooks: state.indexLooks + 1 };
    return entry.asked.kind === 'look_at_link' ? { ...state, looks: state.looks + 1 } : state;
  },
  on: {
    OrderLinkPlaced: known(({ link }) => [
      ask(openBacklink, { ...named(link, 'open'), payload: { ...refOf(link), placed: link } }),
    ]),
    BacklinkAccepted: known((state, event) => [tell(state, event, { what: 'delivered' }), look(state, 'at_once')]),
    BacklinkRejected: known((state, event) => [tell(state, event, { what: 'rejected', reason: event.data.reason })]),
    BacklinkLiveChecked: known((state, { data: { next_step, next_at } }) =>
      next_step === null || next_at === null ? [] : [...lookNoMore(state), lookAt(next_step, next_at)],
    ),
    BacklinkWentLive: known((state, event) => [
      tell(state, event, { what: 'live' }),
      ask(requestIndexing, { ...named(state.link, 'request_indexing'), payload: refOf(state.link) }),
    ]),
    BacklinkCheckRequested: known((state, { data: { step, claim } }) =>
      claim?.reason === 'deindexed' ? lookIntoIndex(state) : [look(state, step)],
    ),
    GuaranteeClaimed: known(({ link }, { data: { claim_id, claimed_by, reason } }) =>
      // What a check of the link raised is proved already.
      claimed_by === null
        ? []
        : [
            ask(proveGuaranteeClaim, {
              ...named(link, `claim/${claim_id}`),
              payload: { ...refOf(link), claim_id, reason },
            }),
          ],
    ),
    BacklinkGuaranteeChecked: known(guaranteeChecked),
    BacklinkFlagged: known((state, event) => [mail(state, event, 'link_flagged')]),
    BacklinkLost: known(lost),
    IndexingRequested: indexing('open'),
    IndexingRefused: indexing('not_entitled'),
    BacklinkIndexed: indexing('indexed'),
    BacklinkIndexingFailed: indexing('failed'),
    BacklinkIndexingCancelled: indexing('cancelled'),
    IndexingReviewed: known((state, event) =>
      event.data.outcome === 'accept_failure' ? [tell(state, event, { what: 'indexing', indexing: 'reviewed' })] : [],
    ),
    OrderLinkCostCorrected: known(({ link }, { id, data: { cost_cents, reason } }) => [
      ask(correctLinkCost, { ...named(link, `cost/${id}`), payload: { ...refOf(link), cost_cents, reason } }),
    ]),
  },
  answers: {
    open_backlink: { succeeded: known(({ link }) => opened(link)) },
    check_link_quality: { unknown: known(withoutMetrics), parked: known(withoutMetrics) },
    look_at_link: { unknown: known(dayLater), parked: known(dayLater) },
    index_check: { succeeded: known(indexLooked), unknown: known(notLooked), parked: known(notLooked) },
  },
  fired: {
    look: known((state, { data: { step } }) => [look(state, step)]),
    index: known((state, { data: { task } }) => lookIntoIndex(state, task)),
  },
});

function opened(link: Placed['data']): Step[] {
  const { replaces_id } = link;
  const quality = ask(checkLinkQuality, { ...named(link, 'quality'), payload: refOf(link) });
  if (replaces_id === null) return [quality];
  return [quality, ask(markLinkReplaced, { ...named(link, 'replaces'), payload: { ...refOf(link), replaces_id } })];
}

function look({ link, looks }: Watched, step: LiveCheckStep): Step {
  return ask(lookAtLink, { ...named(link, `look/${step}#${looks + 1}`), payload: { ...refOf(link), step } });
}

function lookAt(step: LiveCheckStep, at: Instant): Step {
  return { do: 'timer', timer: 'look', name: `look/${step}`, at, data: { step } };
}

function lookNoMore({ look }: Watched): Step[] {
  return look === null ? [] : [{ do: 'cancel_timer', name: look }];
}

/** Metrics that cannot be had must not keep a link from going on. */
function withoutMetrics({ link }: Watched, { asked }: Answer<typeof checkLinkQuality>): Step[] {
  if (asked.payload.without_metrics) return [];
  const payload = { ...refOf(link), without_metrics: true };
  return [ask(checkLinkQuality, { ...named(link, 'quality#2'), payload })];
}

/** A look that failed is made a day later. */
function dayLater(_: Watched, { at, asked }: Answer<typeof lookAtLink>): Step[] {
  return [lookAt(asked.payload.step, plusHours(at, 24))];
}

function indexing(status: LinkIndexing) {
  return known((state, event: { readonly id: string }) => [tell(state, event, { what: 'indexing', indexing: status })]);
}

function mail({ link }: Watched, event: Mailed, template: TeamTemplate): Step {
  const { id, data } = event;
  const payload = { ...refOf(link), template, url: link.source_url, reason: data.reason };
  return ask(teamEmail, { ...named(link, `mail/${id}`), payload });
}
type Mailed = Told<Extract<Heard, { type: 'BacklinkFlagged' | 'BacklinkLost' }>>;

function lost(state: Watched, event: Told<Extract<Heard, { type: 'BacklinkLost' }>>): Step[] {
  const { replacement_owed, breach } = event.data;
  const proven = breach === undefined ? {} : { breach: { reason: breach, checkId: event.id } };
  const told = tell(state, event, { what: 'lost', replacementOwed: replacement_owed, ...proven });
  return [told, ...lookNoMore(state), ...(replacement_owed ? [mail(state, event, 'link_lost')] : [])];
}
