import { describe, expect, it } from 'vitest';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import { checked } from '#domain/proof/evidence-bundle-check';
import { keptHead } from '#domain/proof/evidence-bundle-shape';
import { verify } from '../../docs/verify/verify.mjs';
import { CONTAINER_BREAKS } from './synthetic-breaks.ts';
import { signedHead, syntheticBundle } from './synthetic-bundle.ts';
import { CONTENT_BREAKS } from './synthetic-content-breaks.ts';
import { HOLDING_MESSAGES, MESSAGE_BREAKS } from './synthetic-message-breaks.ts';
import { logKey } from './synthetic-parts.ts';
import { HOLDING_REPORTS, OLD_WITH_REPORTS, REPORT_BREAKS } from './synthetic-report-breaks.ts';
import { HOLDING, NAMELESS, STRICT_BREAKS } from './synthetic-strict-breaks.ts';

/** Both verifiers follow docs/verify/FORMAT.md, and share no code: what one finds the other finds at the same point. */
const product = (bytes: Uint8Array, heads: readonly unknown[] = []) =>
  checked(bytes, { heads: heads as never }, checkCrypto);

describe('what does not hold', () => {
  it.each([...STRICT_BREAKS, ...REPORT_BREAKS, ...MESSAGE_BREAKS])(
    '$at: $name',
    ({ bytes, at, why, product: said }) => {
      const made = bytes();
      expect(verify(made)).toMatchObject({ verdict: 'broken', why: expect.stringMatching(why) });
      expect(product(made)).toEqual({ verdict: 'broken', point: at, why: expect.stringMatching(said) });
    },
  );

  it.each([...CONTAINER_BREAKS, ...CONTENT_BREAKS])('$point: $name, for the product too', ({ bytes, point }) => {
    expect(product(bytes())).toMatchObject({ verdict: 'broken', point: point === 'rules' ? 5 : point });
  });

  it('is a bundle of format 2 that tells of reports', () => {
    const { bytes } = syntheticBundle(OLD_WITH_REPORTS);
    expect(verify(bytes)).toMatchObject({ verdict: 'broken', why: expect.stringMatching(/reports.json says/) });
    expect(product(bytes)).toMatchObject({ verdict: 'broken', point: 6 });
  });

  it('is a log without a name, or of a name of two lines', () => {
    for (const edits of NAMELESS) {
      const { bytes } = syntheticBundle(edits);
      expect(verify(bytes)).toMatchObject({ verdict: 'broken', why: expect.stringMatching(/log_id of/) });
      expect(product(bytes)).toMatchObject({ verdict: 'broken', why: expect.stringMatching(/\/log_id/) });
    }
  });
});

describe('what holds', () => {
  it.each([...HOLDING, ...HOLDING_REPORTS, ...HOLDING_MESSAGES])('%s', (_, edits) => {
    const { bytes } = syntheticBundle(edits);
    expect([verify(bytes), product(bytes)]).toMatchObject([{ verdict: 'holds' }, { verdict: 'holds' }]);
  });
});

describe('a kept head', () => {
  const bundle = syntheticBundle();
  const head = bundle.headAt(9);

  it('names its log', () => {
    const { log_id: _, ...nameless } = head;
    expect(keptHead(head)).toEqual(head);
    for (const other of [
      nameless,
      { ...head, log_id: '' },
      { ...head, log_id: 'log-1\n' },
      { ...head, issued_at: 'a\nb' },
    ]) {
      expect(keptHead(other)).toBeNull();
      expect(verify(bundle.bytes, { heads: [other] })).toMatchObject({ verdict: 'broken' });
    }
    expect(product(bundle.bytes, [nameless])).toMatchObject({ verdict: 'broken', point: 7 });
  });

  it('of nothing has the root of nothing', () => {
    const [none, key] = [bundle.headAt(0), logKey('first')];
    const wrong = signedHead({ ...none, root_hash: 'ab'.repeat(32) }, key);
    expect(verify(bundle.bytes, { heads: [none] })).toMatchObject({ verdict: 'holds' });
    expect(product(bundle.bytes, [none])).toMatchObject({ verdict: 'holds' });
    expect(verify(bundle.bytes, { heads: [wrong] }).why).toMatch(/root of a head of size 0 is not that of nothing/);
    expect(product(bundle.bytes, [wrong])).toMatchObject({ verdict: 'broken', point: 7 });
  });
});
