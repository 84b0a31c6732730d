import type {
  CheckPage,
  IndexChecker,
  IndexingPort,
  IndexingService,
  Submission,
} from '#commands/links/ports-backlinks';
import type { Instant } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import type { Chance } from './chance.ts';

/** Each class of fault with its likelihood; a seed switches classes on and off. */
export type IndexingFaults = {
  /** Certainly not taken. */
  down: number;
  refuses: number;
  noBalance: number;
  /** Taken, and the answer lost. */
  losesAnswer: number;
  /** Not taken, and no answer either. */
  slow: number;
  lookUpDown: number;
  checkerDown: number;
  checkerSlow: number;
  pageDown: number;
};
export const NO_INDEXING_FAULTS: IndexingFaults = {
  down: 0,
  refuses: 0,
  noBalance: 0,
  losesAnswer: 0,
  slow: 0,
  lookUpDown: 0,
  checkerDown: 0,
  checkerSlow: 0,
  pageDown: 0,
};

const NOT_FOUND = { outcome: 'not_found' as const };

export type Taken = {
  readonly service: string;
  readonly url: string;
  readonly reference: string;
  readonly at: Instant;
};

/** Indexing services, the index and the pages, with their own truth: what was really taken. */
export class IndexingWorld {
  readonly taken: Taken[] = [];
  readonly indexedFrom = new Map<string, Instant>();
  readonly gone = new Set<string>();
  faults: IndexingFaults = NO_INDEXING_FAULTS;
  readonly #chance: Chance;
  readonly #clock: Clock;
  readonly #tasks = new Map<string, readonly string[]>();

  constructor(chance: Chance, clock: Clock) {
    this.#chance = chance;
    this.#clock = clock;
  }

  #service(name: IndexingService['name'], canLookUp: boolean): IndexingService {
    return {
      name,
      submit: async (request): Promise<Submission> => {
        const { faults } = this;
        if (this.#chance.happens(faults.down)) return { outcome: 'temporary', error: 'down' };
        if (this.#chance.happens(faults.noBalance))
          return { outcome: 'refused', reason: 'no_balance', error: 'top up balance' };
        if (this.#chance.happens(faults.refuses)) return { outcome: 'refused', reason: 'bad_url', error: 'refused' };
        if (this.#chance.happens(faults.slow)) return { outcome: 'unknown', error: 'no answer in time' };
        this.taken.push({ service: name, ...request, at: this.#clock.now() });
        if (this.#chance.happens(faults.losesAnswer)) return { outcome: 'unknown', error: 'the answer was lost' };
        return { outcome: 'accepted', reference: `${name}-${this.taken.length}` };
      },
      ...(canLookUp
        ? {
            lookUp: async (reference: string) => {
              if (this.#chance.happens(this.faults.lookUpDown))
                return { outcome: 'temporary' as const, error: 'the look-up is down' };
              const found = this.taken.some((each) => each.service === name && each.reference === reference);
              return found
                ? { outcome: 'accepted' as const, reference: `found-${reference}` }
                : { outcome: 'not_found' as const };
            },
          }
        : {}),
    };
  }

  readonly #found = (urls: readonly string[]) => ({
    outcome: 'found' as const,
    findings: new Map(
      urls.map((url) => {
        const from = this.indexedFrom.get(url);
        return [url, { indexed: from !== undefined && from <= this.#clock.now(), evidence: {} }] as const;
      }),
    ),
  });

  readonly #checker: IndexChecker = {
    name: 'checker',
    batch: 50,
    start: async (urls) => {
      if (this.#chance.happens(this.faults.checkerDown)) return { outcome: 'failed', error: 'the checker is down' };
      if (!this.#chance.happens(this.faults.checkerSlow)) return this.#found(urls);
      const task = `task-${this.#tasks.size}`;
      this.#tasks.set(task, urls);
      return { outcome: 'pending', task };
    },
    resume: async (task) => {
      if (this.#chance.happens(this.faults.checkerSlow)) return { outcome: 'pending', task };
      return this.#found(this.#tasks.get(task) ?? []);
    },
  };

  readonly checkPage: CheckPage = async ({ url }) => {
    const nothing = { final_url: url, redirects: 0, rel: [], flags: [], signals: [] };
    if (this.#chance.happens(this.faults.pageDown))
      return { ...nothing, http_status: null, link_found: false, error: 'connection reset' };
    if (this.gone.has(url)) return { ...nothing, http_status: 404, link_found: false, error: null };
    return { ...nothing, http_status: 200, link_found: true, error: null };
  };

  /** Every call goes through `io`, where the process may die before or after it. */
  port(
    io: <T>(work: () => Promise<T>) => Promise<T>,
    looksUp: boolean,
  ): { indexing: IndexingPort; checkPage: CheckPage } {
    const wrapped = ({ name, submit, lookUp }: IndexingService): IndexingService => ({
      name,
      submit: (request) => io(() => submit(request)),
      ...(lookUp
        ? { lookUp: (reference: string) => io(() => (looksUp ? lookUp(reference) : Promise.resolve(NOT_FOUND))) }
        : {}),
    });
    const checker: IndexChecker = {
      ...this.#checker,
      start: (urls, reference) => io(() => this.#checker.start(urls, reference)),
      resume: (task) => io(() => this.#checker.resume(task)),
    };
    return {
      indexing: {
        order: ['speedyindex', 'omega'],
        services: {
          speedyindex: wrapped(this.#service('speedyindex', true)),
          omega: wrapped(this.#service('omega', false)),
        },
        checker,
        indexNow: { holds: () => false, ping: async () => ({ ok: true, status: 200, error: null }) },
      },
      checkPage: (question) => io(() => this.checkPage(question)),
    };
  }
}
