import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { told } from '#app/events';
import type { AccountId, WebhookId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { logKeptUntil, type WebhookEndpointEvent, webhookEndpoint } from '#domain/platform/webhook-endpoint';

const at = (text: string) => text as Instant;
const NOON = at('2026-06-17T12:00:00.000Z');
const id = 1 as WebhookId;
const registered: WebhookEndpointEvent = {
  type: 'WebhookEndpointRegistered',
  at: NOON,
  data: {
    webhook_id: id,
    account_id: 1 as AccountId,
    url: 'https://a.example/',
    event_types: ['InvoicePaid'],
    salt: 's0',
  },
};
const rotated = (when: Instant, salt: string, old_until: Instant): WebhookEndpointEvent => ({
  type: 'WebhookSecretRotated',
  at: when,
  data: { webhook_id: id, salt, old_until },
});
const disabled = (because: 'gone' | 'switched_off'): WebhookEndpointEvent => ({
  type: 'WebhookEndpointDisabled',
  at: NOON,
  data: { webhook_id: id, because },
});
const enabled: WebhookEndpointEvent = { type: 'WebhookEndpointEnabled', at: NOON, data: { webhook_id: id } };
const removed: WebhookEndpointEvent = { type: 'WebhookEndpointRemoved', at: NOON, data: { webhook_id: id } };

const given = (...events: WebhookEndpointEvent[]) => {
  const state = events.reduce(
    (before, event, index) => webhookEndpoint.evolve(before, { ...event, id: String(index) }),
    webhookEndpoint.initial,
  );
  return {
    when: (command: Parameters<typeof webhookEndpoint.decide>[0]) => webhookEndpoint.decide(command, state),
  };
};
const NEXT_DAY = at('2026-06-18T12:00:00.000Z');

describe('a webhook’s signing secret', () => {
  it('is rotated, and the old one stays good for 24 hours', () => {
    expect(given(registered).when({ type: 'RotateSecret', salt: 's1', now: NOON })).toEqual({
      accepted: true,
      events: [rotated(NOON, 's1', NEXT_DAY)],
    });
  });
  it('is rotated while it is switched off too, and not once it is removed', () => {
    const rotate = { type: 'RotateSecret', salt: 's1', now: NOON } as const;
    expect(given(registered, disabled('gone')).when(rotate)).toMatchObject({ accepted: true });
    expect(given(registered, removed).when(rotate)).toMatchObject({
      accepted: false,
      refusal: { code: 'invalid_state' },
    });
    expect(given().when(rotate)).toMatchObject({ accepted: false, refusal: { code: 'not_found' } });
  });
  it('is rotated five times a day at most, so that messages stay small', () => {
    const five = ['s1', 's2', 's3', 's4', 's5'].map((salt) => rotated(NOON, salt, NEXT_DAY));
    expect(given(registered, ...five).when({ type: 'RotateSecret', salt: 's6', now: NOON })).toMatchObject({
      accepted: false,
      refusal: { code: 'invalid_state', message: `5 old secrets are still good, the first of them until ${NEXT_DAY}` },
    });
    expect(given(registered, ...five).when({ type: 'RotateSecret', salt: 's6', now: NEXT_DAY })).toMatchObject({
      accepted: true,
    });
  });
});

describe('a webhook', () => {
  const off = { type: 'Disable', because: 'switched_off', now: NOON } as const;
  const on = { type: 'Enable', now: NOON } as const;
  it('is switched off and on, each once', () => {
    expect(given(registered).when(off)).toEqual({ accepted: true, events: [disabled('switched_off')] });
    expect(given(registered, disabled('gone')).when(off)).toEqual({ accepted: true, events: [] });
    expect(given(registered, disabled('gone')).when(on)).toEqual({ accepted: true, events: [enabled] });
    expect(given(registered).when(on)).toEqual({ accepted: true, events: [] });
    expect(given(registered, disabled('gone'), enabled).when(off)).toMatchObject({ accepted: true, events: [{}] });
  });
  it('is not switched once it is removed, and is removed in either state', () => {
    expect(given(registered, removed).when(off)).toMatchObject({ accepted: false });
    expect(given(registered, removed).when(on)).toMatchObject({ accepted: false });
    expect(given(registered, disabled('gone')).when({ type: 'Remove', now: NOON })).toMatchObject({ accepted: true });
  });
  it('has a log that outlives it for 30 days', () => {
    expect(logKeptUntil(NOON)).toBe('2026-07-17T12:00:00.000Z');
  });
});

describe('what is told', () => {
  const FOLDER = join(import.meta.dirname, '../../golden-events');
  type Golden = { readonly data: { readonly [field: string]: unknown } };
  const golden = (type: string) => (JSON.parse(readFileSync(join(FOLDER, `${type}.json`), 'utf8')) as Golden).data;
  const types = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
  const keysIn = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keysIn(inner)]);

  it('is of invoices, payments, orders, links, indexing and disputes too', () => {
    expect(told.types).toEqual(
      expect.arrayContaining([
        'InvoicePaid',
        'InvoicePaymentFailed',
        'BacklinkOrderDelivered',
        'BacklinkWentLive',
        'IndexingSucceeded',
        'InvoiceDisputeOpened',
      ]),
    );
    expect(told.types.filter((type) => !types.includes(type))).toEqual([]);
    expect(
      types.filter((type) => /^(Effect|Timer|Saga|Vault|AccessToken|ProviderEvent|Margin)/.test(type)).some(told.has),
    ).toBe(false);
  });

  it.each(told.types)('of %s is neither cost, margin, vendor nor what is between us and a provider', (type) => {
    const data = told.data(type, golden(type));
    expect(Object.keys(data).length).toBeGreaterThan(1);
    expect(keysIn(data).filter((key) => /cost|margin|markup|vendor|service$|services|steps|inputs/.test(key))).toEqual(
      [],
    );
    const ours = ['override_reason', 'reference', 'customer', 'method', 'object', 'collection', 'recipient', 'note'];
    expect(keysIn(data).filter((key) => ours.includes(key))).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/fatgrid|FG-1|speedyindex|omega|cus-1|pi-0/);
  });

  it('is by name: a field that an event will have one day is told to nobody', () => {
    expect(told.data('BacklinkPlaced', { ...golden('BacklinkPlaced'), profit_cents: 5, url_of_vendor: 'x' })).toEqual({
      backlink_id: 1,
      order_id: 1,
      account_id: 1,
      site_id: 11,
      tier: 'basic_guest_post',
      replaces_id: null,
      source_url: 'https://blog1.example/post',
      source_domain: 'blog1.example',
      target_url: 'https://site11.example/',
      anchor_text: 'anchor 1',
    });
    const drafted = told.data('BacklinkOrderDrafted', golden('BacklinkOrderDrafted'));
    expect(drafted).toMatchObject({ terms: { quote: { client_price_cents: 135_000, lines: [{ quantity: 4 }] } } });
  });
});
