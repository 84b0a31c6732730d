import { describe, expect, it } from 'vitest';
import type { Mail, MailPort } from '#commands/platform/ports';
import type { SiteId } from '#domain/kernel/ids';
import type { Day } from '#domain/kernel/time';
import { fakeReporting } from '#test/support/reporting';
import { world } from '#test/support/world';
import { known } from '../report-given.ts';

const by = { role: 'admin', id: 1 } as const;
const JUNE = { type: 'monthly', periodStart: '2026-06-01' as Day, chosen: {}, by, batch: null } as const;

/** A site of an account without a contract whose report of June is asked for; its mails go to this server. */
async function asked(more: Parameters<typeof world>[1] = {}) {
  const own = await world('2026-07-01T06:00:00Z', more);
  await own.client({ account: 1, site: 11 });
  const { reports } = own.commands;
  const subject = { siteId: 11 as SiteId };
  const both = await Promise.all([1, 2].map(() => reports.generate({ ...JUNE, subject }, own.cause())));
  await own.settle();
  const state = async () => known((await reports.load(1)).state);
  return { own, reports, both, state };
}
const server = (answers: Awaited<ReturnType<MailPort['send']>>[], sent: Mail[]): MailPort => ({
  async send(mail) {
    sent.push(mail);
    return answers.shift() ?? { outcome: 'accepted' };
  },
});

describe('the mail of a report', () => {
  it('goes to the account where nobody else is named, once, at nine; of two who ask at once one makes it', async () => {
    const { own, both, state } = await asked();
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await state()).toMatchObject({ status: 'approved', dueOn: '2026-07-01' });
    await own.advance('2026-07-01T09:00:00Z');
    expect(await state()).toMatchObject({ status: 'sent', sentAt: '2026-07-01T09:00:00.000Z' });
    const [mail, ...more] = own.mailbox.filter(({ subject }) => subject.startsWith('Report of'));
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: ['client1@example.com'], inline: [{ cid: 'figures' }] });
    expect(mail?.messageId).not.toMatch(/igny8/);
    expect(mail?.attachments?.map(({ name }) => name)).toEqual(['report-monthly-2026-06-01.pdf']);
  });

  it('that could not carry its PDF carries a link of its own instead', async () => {
    const pdf = async () => ({ bytes: new Uint8Array(8 * 1024 * 1024 + 1), pages: 90 });
    const { own, state } = await asked({ reporting: fakeReporting({ pdf }) });
    await own.advance('2026-07-01T09:00:00Z');
    const { shares, deliveries } = await state();
    expect(shares).toMatchObject([{ for: 'mail', expires_at: '2026-09-29T09:00:00.000Z' }]);
    expect(deliveries).toMatchObject([{ outcome: 'accepted' }]);
    const mail = own.mailbox.find(({ subject }) => subject.startsWith('Report of'));
    expect(mail?.attachments).toEqual([]);
    expect(mail?.html).toMatch(/\/shared\/[\w-]{43}\//);
    expect(shares[0]?.token_sha256).not.toContain(/\/shared\/([\w-]{43})\//.exec(mail?.html ?? '')?.[1]);
  });

  it('whose answer was lost is never repeated by itself', async () => {
    const sent: Mail[] = [];
    const lost = { outcome: 'lost', error: 'no answer', retry: false } as const;
    const { own, state } = await asked({ mail: server([lost], sent) });
    await own.advance('2026-07-03T12:00:00Z');
    expect(sent.filter(({ subject }) => subject.startsWith('Report of'))).toHaveLength(1);
    expect(await state()).toMatchObject({ status: 'sent', deliveries: [{ outcome: 'unknown' }] });
  });

  it('that was refused for now is tried again, under the same id', async () => {
    const sent: Mail[] = [];
    const busy = { outcome: 'rejected', error: '421 busy', retry: true } as const;
    const { own, state } = await asked({ mail: server([busy, busy], sent) });
    await own.advance('2026-07-01T10:00:00Z');
    const ids = sent.filter(({ subject }) => subject.startsWith('Report of')).map(({ messageId }) => messageId);
    expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
    expect(await state()).toMatchObject({ deliveries: [{ outcome: 'accepted' }] });
  });

  it('that was refused for good leaves the report to be sent, and says so', async () => {
    const no = { outcome: 'rejected', error: '550 no such mailbox client1@example.com', retry: false } as const;
    const { own, state } = await asked({ mail: server([no], []) });
    await own.advance('2026-07-01T09:30:00Z');
    const { status, deliveries } = await state();
    expect(status).toBe('approved');
    expect(deliveries).toMatchObject([{ outcome: 'refused', error: '550 no such mailbox the address' }]);
  });
});

describe('a report', () => {
  it('whose rendering fails says so once it is given up, and is made by the next version', async () => {
    let broken = true;
    const { render } = fakeReporting();
    const pdf: typeof render.pdf = async (document) => {
      if (broken) throw new Error('no fonts');
      return render.pdf(document);
    };
    const { own, reports, state } = await asked({ reporting: fakeReporting({ pdf }) });
    await own.advance('2026-07-03T06:00:00Z');
    expect((await state()).versions).toMatchObject([{ rendering: 'failed', problem: { code: 'rendering_failed' } }]);
    broken = false;
    expect(await reports.regenerate(1, null, by, own.cause())).toMatchObject({ ok: true });
    await own.settle();
    expect(await state()).toMatchObject({ status: 'approved', versions: [{}, { rendering: 'ready' }] });
  });

  it('of an account whose people are erased is shared with nobody', async () => {
    const { own, reports, state } = await asked();
    const expiresAt = own.clock.now().replace('2026-07', '2026-08') as typeof own.surroundings.founded;
    await reports.share(1, { sections: null, password: 'long enough', expiresAt, by }, own.cause());
    expect((await state()).shares).toMatchObject([{ revoked_at: null }]);
    await own.commands.personalData.erase('account', 1, 'asked', own.cause());
    await own.settle();
    expect((await state()).shares[0]?.revoked_at).not.toBeNull();
  });
});
