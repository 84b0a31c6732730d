import type { AccountId } from '#domain/kernel/ids';
import type { Entitled } from '#domain/plans/entitlement-book';
import { type Feature, type FeatureLevel, isFeature, lowestAbove, rankOf } from '#domain/plans/feature';
import { decideGate, decideSale, type FeatureGateEvent, type GateAnswer } from '#domain/plans/feature-gate';
import type { Plan } from '#domain/plans/plan';
import type { Clock } from '#runtime/clock';
import type { EventCodec } from '#runtime/event-codec';
import type { EventStore, JsonObject, NewEvent } from '#runtime/event-store';
import { type Cause, metadata } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { EntitlementFeed } from './entitlement-feed.ts';

export type GateQuestion = {
  readonly feature: string /** Left out: the lowest above none. */;
  readonly level?: unknown;
};
export type GateRefusal = {
  readonly feature: string;
  readonly pointer: 'feature' | 'required_level';
  readonly message: string;
};
export type Checked = {
  readonly answers: readonly (GateAnswer | GateRefusal)[];
  /** Where the questions stand in the log. */
  readonly position: number;
};
export type FeatureGateCommands = ReturnType<typeof featureGateCommands>;

/** One stream an account and UTC day, so that none grows without end. */
const stream = (accountId: number, day: string): string => `gate-${accountId}-${day}`;
const LONGEST_NAME = 100;

export const isGateRefusal = (answer: GateAnswer | GateRefusal): answer is GateRefusal => 'message' in answer;

/** Feature checks: decided from memory, in the log before they are answered (spec 4.2). */
export function featureGateCommands(deps: {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly clock: Clock;
  readonly feed: EntitlementFeed;
}) {
  const { store, codec, clock, feed } = deps;

  async function asked(accountId: number, answer: GateAnswer, cause: Cause): Promise<void> {
    const now = clock.now();
    const endpoint = cause.endpoint ?? `${cause.actor.kind} ${cause.actor.id ?? ''}`.trim();
    const question = { feature: answer.feature, level: answer.required_level };
    const event = eventOf(answer, question, accountId as AccountId, endpoint);
    const made: NewEvent = {
      // A command that is tried again asks again; asked in the very same moment with the same answer, it is the same question.
      id: uuidFrom(cause.commandId, 'gate', accountId, endpoint, now, JSON.stringify(answer)),
      type: event.type,
      schemaVersion: codec.version(event.type),
      data: event.data as JsonObject,
      metadata: metadata({ ...cause, accountId }, now, now),
    };
    await store.append(stream(accountId, now.slice(0, 10)), 'any', [made]);
  }

  return {
    /** Null for an account that is not known. Concurrent questions share a commit of the store. */
    async check(
      accountId: number,
      questions: readonly GateQuestion[],
      endpoint: string,
      cause: Cause,
    ): Promise<Checked | null> {
      const book = await feed.current();
      if (!book.account(accountId)) return null;
      const now = clock.now();
      const plans = book.matrices();
      const decided = questions.map(({ feature, level }) => {
        const refusal = strange(feature, level);
        if (refusal !== null) return refusal;
        const known = feature as Feature;
        const required = level === undefined ? lowestAbove(known) : (level as FeatureLevel);
        return decideGate(known, required, book.entitled(accountId, known, now), plans);
      });
      const events = decided.map((answer, index): NewEvent => {
        const event = eventOf(answer, questions[index] as GateQuestion, accountId as AccountId, endpoint);
        return {
          id: uuidFrom(cause.commandId, 'gate', index),
          type: event.type,
          schemaVersion: codec.version(event.type),
          data: event.data as unknown as JsonObject,
          metadata: metadata({ ...cause, accountId }, now, now),
        };
      });
      const appended = await store.append(stream(accountId, now.slice(0, 10)), 'any', events);
      return { answers: decided, position: appended.place.position };
    },

    /**
     * A gate that this system itself asks, for a route or within a command; in the log before it is acted upon, whatever
     * the answer and whoever may pass all the same. An account that is not known has what no plan has.
     */
    async ask(accountId: number, feature: Feature, level: FeatureLevel, cause: Cause): Promise<GateAnswer> {
      const book = await feed.current();
      const answer = decideGate(feature, level, book.entitled(accountId, feature, clock.now()), book.matrices());
      await asked(accountId, answer, cause);
      return answer;
    },

    /** The same of what only some plans may buy: it stands in the log as the level that the cheapest of them has. */
    async askToBuy(accountId: number, feature: Feature, sold: readonly Plan[], cause: Cause): Promise<GateAnswer> {
      const book = await feed.current();
      const answer = decideSale(feature, sold, book.entitled(accountId, feature, clock.now()), book.matrices());
      await asked(accountId, answer, cause);
      return answer;
    },

    /** What the account has, where nothing is made of it that a gate would have to allow: appends nothing. */
    async entitled(accountId: number, feature: Feature): Promise<Entitled> {
      return (await feed.current()).entitled(accountId, feature, clock.now());
    },
    async planOf(accountId: number): Promise<Plan> {
      return (await feed.current()).planOf(accountId, clock.now()).plan;
    },
    book: () => feed.current(),
  };
}

function strange(feature: string, level: unknown): GateRefusal | null {
  if (!isFeature(feature)) return { feature, pointer: 'feature', message: 'there is no such feature' };
  if (level === undefined || rankOf(feature, level) !== null) return null;
  return { feature, pointer: 'required_level', message: `${feature} has no such level` };
}

function eventOf(
  answer: GateAnswer | GateRefusal,
  asked: GateQuestion,
  account_id: AccountId,
  endpoint: string,
): Omit<FeatureGateEvent, 'at'> {
  if (!isGateRefusal(answer)) {
    const { allowed, ...rest } = answer;
    return { type: 'FeatureGateChecked', data: { account_id, ...rest, was_allowed: allowed, endpoint } };
  }
  const level = asked.level === undefined ? null : JSON.stringify(asked.level).slice(0, LONGEST_NAME);
  const data = { account_id, feature: asked.feature.slice(0, LONGEST_NAME), required_level: level, endpoint };
  return { type: 'UnknownFeatureChecked', data };
}
