import type { Mail, MailPort, SendWorkRequest } from '#commands/platform/ports';
import type { Clock } from '#runtime/clock';
import { createInMemoryPace } from '#runtime/pace';
import { FakeGateway } from '#test/support/gateway';
import type { Chance } from './chance.ts';
import { IndexingWorld } from './indexing.ts';

export type Faults = { mailDown: number; mailLost: number; platformDown: number; platformLost: number };
export const NO_FAULTS: Faults = { mailDown: 0, mailLost: 0, platformDown: 0, platformLost: 0 };

/**
 * The world outside with its own truth: what was really accepted. The mail server cannot be
 * asked afterwards and knows no repeats; the platform recognises a repeat by its key.
 */
export class Outside {
  readonly mails: Mail[] = [];
  readonly work: { readonly key: string; readonly what: string }[] = [];
  faults: Faults = NO_FAULTS;
  readonly #chance: Chance;

  readonly indexing: IndexingWorld;
  readonly gateway: FakeGateway;
  /** Histories without money have no gateway, and so no hourly look at one. */
  sells = false;
  /** Shared by all processes, as the database's is. */
  readonly pace = createInMemoryPace();

  constructor(chance: Chance, clock: Clock) {
    this.#chance = chance;
    this.indexing = new IndexingWorld(chance, clock);
    this.gateway = new FakeGateway(clock);
  }

  readonly mail: MailPort = {
    send: async (mail) => {
      if (this.#chance.happens(this.faults.mailDown))
        return { outcome: 'rejected', error: 'the mail server is down', retry: true };
      this.mails.push(mail);
      if (this.#chance.happens(this.faults.mailLost))
        return { outcome: 'lost', error: 'connection lost', retry: false };
      return { outcome: 'accepted' };
    },
  };

  readonly sendWorkRequest: SendWorkRequest = async ({ key, kind, payload }) => {
    if (this.#chance.happens(this.faults.platformDown))
      return { outcome: 'rejected', error: 'the platform is down', retry: true };
    if (!this.work.some((known) => known.key === key))
      this.work.push({ key, what: `${kind} ${JSON.stringify(payload)}` });
    if (this.#chance.happens(this.faults.platformLost))
      return { outcome: 'rejected', error: 'the answer was lost', retry: true };
    return { outcome: 'accepted' };
  };
}
