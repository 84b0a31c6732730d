import type { DomainEvent } from '#domain/kernel/decider';
import { type Instant, plusHours } from '#domain/kernel/time';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import type { BacklinkOrderEvent, LinkIndexing, LinkNews } from '#domain/links/backlink-order-messages';
import type { JsonObject } from '#runtime/event-store';
import { type SagaInput, type SagaStep, saga } from '#runtime/saga';

type Placed = Extract<BacklinkOrderEvent, { type: 'OrderLinkPlaced' }>['data'];
type Watch = {
  readonly link: Placed | null;
  /** The timer of the next look at the page. */
  readonly look: string | null;
  readonly looks: number;
};
type Step = SagaStep<DomainEvent>;

const ofLink = (data: JsonObject) => `backlink:${String(data['backlink_id'])}`;
const HEARD: readonly (BacklinkEvent['type'] | BacklinkOrderEvent['type'])[] = [
  'BacklinkAccepted',
  'BacklinkRejected',
  'BacklinkLiveChecked',
  'BacklinkWentLive',
  'BacklinkFlagged',
  'BacklinkLost',
  'BacklinkCheckRequested',
  'IndexingRequested',
  'IndexingRefused',
  'BacklinkIndexed',
  'BacklinkIndexingFailed',
  'BacklinkIndexingCancelled',
  'IndexingReviewed',
  'OrderLinkCostCorrected',
];

/**
 * Looks after one placed link: has its quality checked, then its page looked at until it is live
 * and ever after, asks for its indexing, and tells its order what becomes of it.
 */
export const backlinkWatch = saga<Watch, DomainEvent>({
  name: 'backlink-watch',
  starts: { OrderLinkPlaced: (data) => ({ instance: String(data['backlink_id']), keys: [ofLink(data)] }) },
  listens: Object.fromEntries(HEARD.map((type) => [type, ofLink])),
  initial: { link: null, look: null, looks: 0 },
  evolve: (state, entry) => {
    if (entry.kind === 'input')
      return entry.input.type === 'OrderLinkPlaced' && state.link === null
        ? { ...state, link: entry.input.data as unknown as Placed }
        : state;
    const name = String((entry.event.data as { name?: string }).name ?? '');
    if (!name.startsWith('look/')) return state;
    if (entry.event.type === 'TimerScheduled') return { ...state, look: name };
    return entry.event.type === 'EffectRequested' ? { ...state, looks: state.looks + 1 } : state;
  },
  react: (input, state): readonly Step[] => {
    const { link } = state;
    if (link === null) return [];
    const name = String(input.data['name'] ?? '');
    switch (input.type) {
      case 'OrderLinkPlaced':
        return [effect(link, 'open', 'open_backlink', { placed: link as unknown as JsonObject })];
      case 'OrderLinkCostCorrected': {
        const { cost_cents, reason } = input.data;
        const payload = { cost_cents: Number(cost_cents), reason: String(reason) };
        return [effect(link, `cost/${input.id}`, 'correct_link_cost', payload)];
      }
      case 'TimerFired':
        return name.startsWith('look/') ? [look(link, state, name.slice(5))] : [];
      case 'EffectSucceeded':
        return name === 'open' ? opened(link) : [];
      case 'EffectParked':
      case 'EffectOutcomeUnknown':
        return onTrouble(link, name, input);
      default:
        return onLinkEvent(link, state, input);
    }
  },
});

const effect = (link: Placed, name: string, kind: string, payload: JsonObject = {}): Step => {
  const { backlink_id, order_id, account_id, site_id } = link;
  const ref = { backlink_id, order_id, account_id, site_id };
  return { do: 'effect', name, kind, key: `backlink-${backlink_id}-${name}`, payload: { ...ref, ...payload } };
};

function opened(link: Placed): Step[] {
  const { replaces_id } = link;
  return [
    effect(link, 'quality', 'check_link_quality'),
    ...(replaces_id === null ? [] : [effect(link, 'replaces', 'mark_link_replaced', { replaces_id })]),
  ];
}

const look = (link: Placed, state: Watch, step: string): Step =>
  effect(link, `look/${step}#${state.looks + 1}`, 'look_at_link', { step });

const nextLook = (state: Watch, step: string, at: Instant): Step[] => [
  ...(state.look === null ? [] : [{ do: 'cancel_timer' as const, name: state.look }]),
  { do: 'timer', name: `look/${step}`, at },
];

/** Metrics that cannot be had must not keep a link from going on; a look that failed is made a day later. */
function onTrouble(link: Placed, name: string, { at }: SagaInput): Step[] {
  if (name === 'quality') return [effect(link, 'quality#2', 'check_link_quality', { without_metrics: true })];
  if (!name.startsWith('look/')) return [];
  return [{ do: 'timer', name: name.split('#')[0] ?? name, at: plusHours(at, 24) }];
}

function onLinkEvent(link: Placed, state: Watch, input: SagaInput): Step[] {
  const { type, data } = input as SagaInput & { readonly type: BacklinkEvent['type'] };
  const tell = (news: LinkNews): Step =>
    effect(link, `order/${input.id}`, 'tell_order_of_link', { news: news as JsonObject });
  const indexing = (status: LinkIndexing) => [tell({ what: 'indexing', indexing: status })];
  const mail = (template: string): Step =>
    effect(link, `mail/${input.id}`, 'team_email', { template, url: link.source_url, reason: data['reason'] ?? null });
  switch (type) {
    case 'BacklinkAccepted':
      return [tell({ what: 'delivered' }), look(link, state, 'at_once')];
    case 'BacklinkRejected':
      return [tell({ what: 'rejected', reason: String(data['reason']) })];
    case 'BacklinkLiveChecked':
      return data['next_at'] === null ? [] : nextLook(state, String(data['next_step']), data['next_at'] as Instant);
    case 'BacklinkWentLive':
      return [tell({ what: 'live' }), effect(link, 'request_indexing', 'request_indexing')];
    case 'BacklinkCheckRequested':
      return [look(link, state, String(data['step']))];
    case 'BacklinkFlagged':
      return [mail('link_flagged')];
    case 'BacklinkLost':
      return [
        tell({ what: 'lost', replacementOwed: data['replacement_owed'] === true }),
        ...(state.look === null ? [] : [{ do: 'cancel_timer' as const, name: state.look }]),
        ...(data['replacement_owed'] === true ? [mail('link_lost')] : []),
      ];
    case 'IndexingRequested':
      return indexing('open');
    case 'IndexingRefused':
      return indexing('not_entitled');
    case 'BacklinkIndexed':
      return indexing('indexed');
    case 'BacklinkIndexingFailed':
      return indexing('failed');
    case 'BacklinkIndexingCancelled':
      return indexing('cancelled');
    case 'IndexingReviewed':
      return data['outcome'] === 'accept_failure' ? indexing('reviewed') : [];
    default:
      return [];
  }
}
