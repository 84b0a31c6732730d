import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summarize, told } from '#app/events';
import type { DomainEvent } from '#domain/kernel/decider';
import { REPORTS_EVENT_TYPES } from '#domain/reports/events';
import { SHOWN_OF_SUBSCRIPTIONS } from '#domain/services/shown';

type Golden = DomainEvent<string, Readonly<Record<string, unknown>>>;
const golden = (type: string): Golden =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../golden-events', `${type}.json`), 'utf8')) as Golden;
/** By these fields an event finds its way into a timeline. */
const SUBJECTS = ['subscription_id', 'order_id', 'invoice_id'];
/** What somebody writes, or is called. */
const TEXTS = ['text', 'reason', 'author_name', 'note', 'detail', 'error', 'to', 'key'];

describe('what clients are told of the events of reports', () => {
  it.each(REPORTS_EVENT_TYPES)('%s', (type) => {
    const { data } = golden(type);
    const isTold = type === 'ReportDelivered';
    expect(told.has(type)).toBe(isTold);
    expect(Object.hasOwn(SHOWN_OF_SUBSCRIPTIONS, type)).toBe(isTold);
    expect(SUBJECTS.some((subject) => Object.hasOwn(data, subject))).toBe(isTold);
    // Nor does the sentence say what anybody wrote, which a reader of sentences would see.
    const sentence = summarize(golden(type)) ?? '';
    for (const name of TEXTS.filter((each) => each !== 'detail'))
      if (typeof data[name] === 'string') expect(sentence).not.toContain(data[name]);
  });

  it('names a version that was sent, and neither whom to nor why not', () => {
    const data = told.data('ReportDelivered', golden('ReportDelivered').data);
    expect(Object.keys(data).sort()).toEqual(['account_id', 'again', 'outcome', 'report_id', 'version']);
    for (const name of TEXTS) expect(SHOWN_OF_SUBSCRIPTIONS.ReportDelivered).not.toContain(name);
  });
});
