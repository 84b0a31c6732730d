import { describe, expect, it } from 'vitest';
import { effectFamily, effectKind } from '#domain/kernel/effect-kind';
import type { Saga } from '#runtime/saga';
import { allHandlers, done, handlersOf, internally } from '#runtime/typed-effects';

const ring = effectKind('ring')<{ readonly bell: number }, { readonly rung: number }>();
const charge = effectFamily('charge')<{ readonly cents: number }>();
const asking = (name: string, ...asks: NonNullable<Saga['asks']>): Saga => ({
  name,
  asks,
  starts: {},
  listens: {},
  initial: null,
  evolve: (state) => state,
  react: () => [],
});
const ringing = () => handlersOf([ring], { ring: internally(async ({ payload }) => done({ rung: payload.bell })) });
const charging = (...receivers: readonly string[]) =>
  handlersOf([charge], {
    charge: Object.fromEntries(
      receivers.map((each) => [each, internally<typeof charge>(async ({ payload }) => done(payload))]),
    ),
  });

describe('what is carried out', () => {
  it('is found by the names under which kinds are stored, of a family by its receivers', () => {
    const all = allHandlers([ringing(), charging('stripe', 'paypal')], [asking('bells', ring, charge)]);
    expect(Object.keys(all)).toEqual(['ring', 'charge_stripe', 'charge_paypal']);
  });

  it('does not start without a handler for all that may be asked for', () => {
    expect(() => allHandlers([charging('stripe')], [asking('bells', ring), asking('tills', charge)])).toThrow(
      'no handler for effect kind ring (asked by bells)',
    );
    expect(() => allHandlers([ringing()], [asking('tills', charge)])).toThrow('charge (asked by tills)');
  });

  it('does not start with two handlers for one kind', () => {
    expect(() => allHandlers([ringing(), ringing()], [])).toThrow('effect kind ring is carried out twice');
    expect(() => allHandlers([charging('stripe'), charging('paypal')], [])).toThrow('charge is carried out twice');
  });

  it('starts where none of a family’s receivers is configured', () => {
    expect(Object.keys(allHandlers([charging()], [asking('tills', charge)]))).toEqual([]);
  });
});
