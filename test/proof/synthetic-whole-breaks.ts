import { type Break, breaks, event, setAt, told } from './synthetic-breaks.ts';
import type { Edits } from './synthetic-bundle.ts';
import { eventOf, linesOf } from './synthetic-story.ts';

/** The first line made of these causes only, for what they come to: an issuer who leaves something out, and signs that. */
const billed = (causes: readonly string[], amount_cents: number, hidden: readonly string[] = []): Edits =>
  told((story) => {
    Object.assign(linesOf(story)[0] as object, { causes: [...causes], amount_cents });
    for (const id of hidden) story.hidden.add(id);
  });
const elsewhere = (ids: readonly string[], stream: string) =>
  told((story) => {
    for (const id of ids) eventOf(story, id).stream = stream;
  });
const ALL = ['created', 'activated', 'paused', 'resumed', 'changed', 'closed'];
const [NO_PAUSE, NO_CHANGE] = [
  ['created', 'changed', 'activated'],
  ['created', 'activated', 'paused', 'resumed'],
];

/** What lines of subscriptions leave out: their amounts follow from the events that they name, and from those alone. */
export const WHOLE_BREAKS: readonly Break[] = breaks(5, [
  [
    'a pause left out of the causes',
    billed(NO_PAUSE, 31_920),
    /line 1 .* says 319.20, but all events .* make it 186.20/,
  ],
  ['a pause left out of the bundle', billed(NO_PAUSE, 31_920, ['paused']), /line 1 .*: revision 2 .* is missing/],
  [
    'a price left out of the causes',
    billed(NO_CHANGE, 26_600),
    /line 1 .* says 266.00, but all events .* make it 186.20/,
  ],
  ['a price left out of the bundle', billed(NO_CHANGE, 26_600, ['changed']), /line 1 .*: revision 4 .* is missing/],
  [
    'no closing',
    told((story) => void story.hidden.add('closed')),
    /line 1 .*: the ServiceMonthClosed of 2026-06 in stream "managed-subscription-1" is missing/,
  ],
  [
    'a closing of another month',
    event('closed', 'data/month', '2026-07'),
    /the ServiceMonthClosed of 2026-06 .* is missing/,
  ],
  [
    'a closing before a price',
    told((story) => {
      // As if the change of price had come after the closing: it bears on the months that follow.
      const [changed, closed] = [eventOf(story, 'changed'), eventOf(story, 'closed')];
      const at = story.events.indexOf(changed);
      story.events[story.events.indexOf(closed)] = { ...changed, revision: closed.revision, position: closed.position };
      story.events[at] = { ...closed, revision: changed.revision, position: changed.position };
    }),
    /line 1 .* says 186.20, but all events .* make it 266.00/,
  ],
  [
    'causes of two streams',
    elsewhere(['paused'], 'managed-subscription-3'),
    /line 1 .* "paused", which is not of one and the same subscription/,
  ],
  [
    'causes of no subscription',
    elsewhere(ALL, 'subscription-1'),
    /line 1 .* "created", which is not of one and the same subscription/,
  ],
  [
    'a stream without its begin',
    told((story) => {
      for (const [index, id] of ALL.entries()) eventOf(story, id).revision = index + 1;
    }),
    /line 1 .*: revision 0 of stream "managed-subscription-1" is missing/,
  ],
  [
    'a price that another one replaced',
    told((story) => {
      setAt(eventOf(story, 'changed'), 'data/on', '2026-05-20');
      Object.assign(linesOf(story)[0] as object, { amount_cents: 0 });
    }),
    /line 1 .*: the price of event "created" never came to count/,
  ],
  [
    'a tier that is none',
    event('created', 'data/tier', 7),
    /line 1 .*: data\/tier of ManagedSubscriptionCreated is missing or malformed/,
  ],
]);
