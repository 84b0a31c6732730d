import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault, utf8Fault } from '#api/http/json-fault';
import { email, money, price } from '#api/http/schemas';
import { isEmail } from '#domain/kernel/email';
import {
  type Day,
  daysInMonth,
  instantOf,
  LAST_DAY,
  LAST_INSTANT,
  lastDay,
  type Month,
  parseDay,
  parseInstant,
  plusDays,
  plusMonthsAnchored,
} from '#domain/kernel/time';
import { httpWorld } from './http-world.ts';

const NOTES = '/api/v1/demo/notes/';

describe('JSON that is none says where', () => {
  const place = (text: string) => {
    const fault = jsonFault(text);
    return fault && [fault.line, fault.column];
  };
  test('line and column are those of the first character that may not stand there', () => {
    expect(place('{"a": 1,\n "b": tru}')).toEqual([2, 7]);
    expect(place('{"a": 1,\r\n}')).toEqual([2, 1]);
    expect(place("{'a': 1}")).toEqual([1, 2]);
    expect(place('[1, 2')).toEqual([1, 6]);
    expect(place('{"a" 1}')).toEqual([1, 6]);
    expect(place('{"a": "x\ny"}')).toEqual([1, 9]);
    expect(place('{"😀": "\\x"}')).toEqual([1, 8]);
    expect(place('{"a": 01}')).toEqual([1, 8]);
    expect(place('{} {}')).toEqual([1, 4]);
    expect(place('')).toEqual([1, 1]);
    expect(place('"open')).toEqual([1, 6]);
    expect(place(`${'['.repeat(200_000)}`)).toEqual([1, 200_001]);
  });

  test('it finds fault with exactly what JSON.parse refuses', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const spoiled = fc.json().chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.constantFrom('', '"', '\\', '{', ']', ',', ':', '0', 'e', '\n', ' ', '\u0007'))
        .map(
          // A character in another's place, or one more.
          ([at, char]) => text.slice(0, at) + char + text.slice(at + (at % 2)),
        ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.json(), spoiled, fc.string()), (text) => {
        expect(jsonFault(text) === null).toBe(parses(text));
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  test('a byte that is no UTF-8 is found, a replacement character that was sent is none', () => {
    expect(utf8Fault(Buffer.from('{"a":"\ufffd"}'))).toBeNull();
    const bytes = Buffer.concat([Buffer.from('{"\ufffd":\n"é'), Buffer.from([0xf0, 0x9f]), Buffer.from('"}')]);
    expect(utf8Fault(bytes)).toMatchObject({ line: 2, column: 3 });
    expect(utf8Fault(Buffer.from([0xff]))).toMatchObject({ line: 1, column: 1 });
  });

  test('the answer says it', async () => {
    const { call } = httpWorld();
    const refused = await call('POST', NOTES, { as: 'admin', raw: '{\n  "text": "x",\n}' });
    expect(refused).toMatchObject({ status: 400, json: { code: 'malformed' } });
    expect(refused.json.detail).toContain('line 3, column 1: expected a name in double quotes, found "}"');
  });
});

describe('what is wrong with a field', () => {
  test('a missing one is required, whatever it is; of many choices only a few are told', async () => {
    const { call } = httpWorld();
    expect((await call('POST', NOTES, { as: 'admin', body: {} })).json.errors).toEqual([
      { pointer: '/text', message: 'is required' },
    ]);
    const ordering = await call('GET', `${NOTES}?ordering=weight`, { as: 'admin' });
    expect(ordering.json.errors).toEqual([
      { pointer: '/query/ordering', message: 'must be one of id, text, -id, -text' },
    ]);
  });
});

describe('probes and documents', () => {
  test('ignore whatever else a request to them carries', async () => {
    const { call } = httpWorld();
    const headers = {
      Authorization: 'Basic nonsense',
      'If-Match': 'nonsense',
      'Idempotency-Key': 'ü',
      'X-Min-Position': '99999999',
      Cookie: 'a=b',
    };
    for (const path of ['/healthz', '/healthz/', '/readyz', '/metrics', '/openapi.json', '/docs/'])
      for (const query of ['', '?x=1', '?%ff', '?min_position=99999', '?a=1&a=2']) {
        const { status } = await call('GET', `${path}${query}`, { headers });
        expect([path, query, status]).toEqual([path, query, 200]);
      }
  });
});

describe('e-mail addresses', () => {
  // From Django's own tests of `validate_email`, and of the kinds that the platform's accounts have.
  const GOOD = [
    'email@here.com',
    'weirder-email@here.and.there.com',
    'email@[127.0.0.1]',
    'email@[2001:dB8::1]',
    'email@[2001:dB8:0:0:0:0:0:1]',
    'email@[::fffF:127.0.0.1]',
    'example@valid-----hyphens.com',
    'example@valid-with-hyphens.com',
    'test@domain.with.idn.tld.उदाहरण.परीक्षा',
    'email@localhost',
    '"test@test"@example.com',
    `example@atm.${'a'.repeat(63)}`,
    `example@${'a'.repeat(63)}.atm`,
    `example@${'a'.repeat(63)}.${'b'.repeat(10)}.atm`,
    '"\\\u0011"@here.com',
    'a!#$%b@here.com',
    'info@xn--bcher-kva.example',
    'sales@bücher.de',
    'a@xn--p1ai.xn--p1ai',
    "o'brien+seo@mail.example.co",
    '{x}|~^`?=*/@x.io',
    'x@sub.xn--fiqs8s',
  ];
  const BAD = [
    '',
    'abc',
    'abc@',
    'abc@bar',
    'a @x.cz',
    'abc@.com',
    'something@@somewhere.com',
    'email@127.0.0.1',
    'email@[127.0.0.256]',
    'email@[2001:db8::12345]',
    'email@[2001:db8:0:0:0:0:1]',
    'email@[::ffff:127.0.0.256]',
    'email@[2001:dg8::1]',
    'email@[2001:dG8:0:0:0:0:0:1]',
    'email@[::fTzF:127.0.0.1]',
    'example@invalid-.com',
    'example@-invalid.com',
    'example@invalid.com-',
    'example@inv-.alid-.com',
    'example@inv-.-alid.com',
    'test@example.com\n\n<script src="x.js">',
    '"\\\n"@here.com',
    'trailingdot@shouldfail.com.',
    '.a@x.io',
    'a..b@x.io',
    `a@${'a'.repeat(64)}.us`,
    'a\n@b.com',
    '"test@test"\n@example.com',
    `${'x'.repeat(321 - 9)}@here.com`,
  ];
  test('are taken where Django takes them', () => {
    for (const address of GOOD) expect([address, isEmail(address)]).toEqual([address, true]);
    for (const address of BAD) expect([address, isEmail(address)]).toEqual([address, false]);
    expect(email.safeParse('a!#$%b@bücher.example').success).toBe(true);
  });
});

describe('the ends of the calendar', () => {
  test('days and moments beyond them have no name', () => {
    for (const text of ['0000-01-01', '0099-12-31', '10000-01-01', '2026-02-30']) expect(parseDay(text)).toBeNull();
    for (const text of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-01:00', '0100-01-01T00:00:00+00:01'])
      expect(parseInstant(text)).toBeNull();
    expect(parseInstant('9999-12-31T23:59:59.999Z')).toBe(LAST_INSTANT);
    expect(parseDay('9999-12-31')).toBe(LAST_DAY);
  });
  test('reckoning stays within them', () => {
    expect(plusDays(LAST_DAY, 1)).toBe(LAST_DAY);
    expect(plusDays('0100-01-01' as Day, -1)).toBe('0100-01-01');
    expect(plusMonthsAnchored(LAST_DAY, 1)).toBe(LAST_DAY);
    expect(instantOf(Number.MAX_VALUE)).toBe(LAST_INSTANT);
    expect([lastDay('9999-12' as Month), daysInMonth('9999-12' as Month)]).toEqual(['9999-12-31', 31]);
    expect([lastDay('2028-02' as Month), daysInMonth('2026-02' as Month)]).toEqual(['2028-02-29', 28]);
  });
});

test('amounts are as wide as the columns that they are kept in', () => {
  expect(money.safeParse('99999999.99').data).toBe(9_999_999_999);
  expect(money.safeParse('100000000.00').error?.issues[0]?.message).toBe('must be at most 99999999.99');
  expect(price.safeParse('999999.99').data).toBe(99_999_999);
  expect(price.safeParse('1000000').success).toBe(false);
  for (const text of ['-0.01', '1e3', '1.005', '', ' 1', `${'9'.repeat(400)}`])
    expect(money.safeParse(text).success).toBe(false);
});
