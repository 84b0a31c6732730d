import type { DomainEvent } from '#domain/kernel/decider';
import type { EffectKind } from '#domain/kernel/effect-kind';
import type { JsonObject } from './event-store.ts';
import type { SagaEntry, SagaInput } from './saga.ts';
import type { Asked, Entry, SagaTypes } from './saga-words.ts';

type AnyAsked = Asked<EffectKind>;
type AnySet = { readonly timer: string; readonly data: object };
/** The saga's own state, and by its name the newest of what it asked for and set. */
export type Life<S> = {
  readonly own: S;
  readonly asked: Readonly<Record<string, AnyAsked>>;
  readonly set: Readonly<Record<string, AnySet>>;
};
/** Of each timer, what a name that was stored before timers kept their data tells of it. */
export type Readers = Readonly<Record<string, (name: string) => object | null>>;

type AnyEntry = Entry<SagaTypes, EffectKind>;

/** What a stored entry is in the saga's own words; null for what it knows nothing of. */
export function entryOf<O extends SagaTypes, K extends EffectKind>(
  entry: SagaEntry<DomainEvent>,
  life: Life<O['state']>,
  heard: (input: SagaInput, life: Life<O['state']>) => Entry<O, K> | null,
  kinds: readonly EffectKind[],
  readers: Readers,
): Entry<O, K> | null {
  if (entry.kind === 'input') return heard(entry.input, life);
  const { type, at, data } = entry.event as DomainEvent<string, JsonObject>;
  const own = (made: AnyEntry) => made as unknown as Entry<O, K>;
  switch (type) {
    case 'EffectRequested': {
      const kind = kindOf(String(data['kind']), kinds);
      if (!kind) return null;
      const asked = { ...kind, name: String(data['name']), payload: data['payload'] as object };
      return own({ kind: 'asked', asked, at });
    }
    case 'TimerScheduled': {
      const name = String(data['name']);
      const set = settingOf(name, data, readers);
      return set && own({ kind: 'set', name, timer: set.timer, data: set.data });
    }
    case 'EffectCancelled':
    case 'TimerCancelled':
      return null;
    default:
      return own({ kind: 'recorded', event: entry.event });
  }
}

/** A family's members are told apart by what follows its name; a kind of that very name comes first. */
function kindOf(
  stored: string,
  kinds: readonly EffectKind[],
): { readonly kind: string; readonly member: string } | null {
  const exact = kinds.find(({ name, family }) => !family && name === stored);
  if (exact) return { kind: exact.name, member: '' };
  const family = kinds.find(({ name, family: is }) => is && stored.startsWith(`${name}_`));
  return family ? { kind: family.name, member: stored.slice(family.name.length + 1) } : null;
}

function settingOf(name: string, data: JsonObject, readers: Readers): AnySet | null {
  if (typeof data['timer'] === 'string') return { timer: data['timer'], data: (data['data'] ?? {}) as object };
  for (const [timer, read] of Object.entries(readers)) {
    const told = read(name);
    if (told) return { timer, data: told };
  }
  return null;
}

export function firedOf(input: SagaInput, set: Life<unknown>['set'], readers: Readers) {
  const name = String(input.data['name']);
  const found = set[name] ?? settingOf(name, {}, readers);
  return found && { kind: 'fired', fired: { ...found, name, id: input.id, at: input.at, on: input.on } };
}

export function answerOf({ id, type, at, on, data }: SagaInput, all: Life<unknown>['asked']) {
  const asked = all[String(data['name'])];
  if (!asked) return null;
  const attempt = typeof data['attempt'] === 'number' ? data['attempt'] : null;
  const of = { id, at, on, attempt, kind: asked.kind, asked };
  const error = String(data['error'] ?? 'no answer');
  switch (type) {
    case 'EffectSucceeded':
      return { kind: 'answered', answer: { ...of, outcome: 'succeeded', result: data['result'] ?? {} } };
    case 'EffectAttemptFailed':
      return {
        kind: 'answered',
        answer: {
          ...of,
          outcome: 'failed',
          error,
          lost: data['lost'] === true,
          nextAttemptAt: data['next_attempt_at'] ?? null,
        },
      };
    case 'EffectOutcomeUnknown':
      return {
        kind: 'answered',
        answer: { ...of, outcome: 'unknown', error, attemptedAt: data['attempted_at'] ?? null },
      };
    default:
      return { kind: 'answered', answer: { ...of, outcome: 'parked', error } };
  }
}
