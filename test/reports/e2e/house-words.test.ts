import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { setDocument } from '#adapters/render/document';
import { toPdf } from '#adapters/render/pdf';
import { reportPages } from '#adapters/reports/report-pages';
import type { Mail } from '#commands/platform/ports';
import { sharedPart } from '#domain/reports/shared-part';
import { type Client, clientFacts, drawingApi, fact, type SandboxApi } from '#test/support/api';
import { type Asked, fromHost } from '#test/support/from-host';
import { houseWordsIn, type Leaving } from '#test/support/house-words';
import { mailSource } from '#test/support/smtp-source';
import { png } from '../pictures.ts';
import { whiteLabelDocument } from '../sample-document.ts';

const REPORTS = 'services/reports/';
const LOGO = 'https://acorn.example/logo.png';
const OWN = 'reports.acorn.example';
const NEUTRAL = 'client-reports.example';
const HTML = { accept: 'text/html' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a report under an agency’s brand', () => {
  let api: SandboxApi;
  let manager: Client;
  let id = 0;
  const sent: Mail[] = [];
  const leaving: Record<string, string | Uint8Array> = {};

  /** An answer with all its headers, as it leaves from that host. */
  async function leave(host: string, path: string, asked: Asked = {}) {
    const answer = await fromHost(api.url, host, path, asked);
    const name = `${asked.method ?? 'GET'} ${path.slice(0, 24)} of ${host}, ${asked.headers?.['accept'] ?? 'any'}, ${answer.status}`;
    leaving[`headers of ${name}`] = answer.rawHeaders.join('\n');
    leaving[`body of ${name}`] = answer.bytes;
    return answer;
  }
  const report = async () => (await api.get(`${REPORTS}${id}/`)).body;

  beforeAll(async () => {
    api = await drawingApi('2026-06-29T08:00:00Z', {
      WHITE_LABEL_MAIL_FROM: 'reports@neutral.example',
      WHITE_LABEL_URL: `https://${NEUTRAL}`,
    });
    vi.spyOn(api.running.system.around.mail, 'send').mockImplementation(async (mail) => {
      sent.push(mail);
      return { outcome: 'accepted' };
    });
    const day = (n: number) => `2026-06-${String(n).padStart(2, '0')}`;
    const of44 = { site_id: 44 };
    const told = await api.post('platform/facts/', [
      fact('AccountRegistered', {
        account_id: 1,
        name: 'Acorn',
        email: 'a@acorn.example',
        plan: 'scale',
        kind: 'agency',
      }),
      ...clientFacts(4, 44),
      fact('UserRegistered', { user_id: 900, account_id: 4, name: 'Maya (Alorig)', email: 'maya@alorig.example' }),
      fact('ContentQueued', {
        ...of44,
        content_id: 9,
        title: 'Oak or ash',
        type: 'article',
        planned_for: day(28),
      }),
      fact('ArticlePublished', {
        ...of44,
        content_id: 7,
        title: 'Oak tables',
        url: 'https://site44.example/oak',
        type: 'article',
        words: 1200,
        images: 2,
        published_at: '2026-06-08T09:00:00Z',
      }),
      fact('UrlInspected', { ...of44, url: 'https://site44.example/oak', verdict: 'indexed' }),
      fact('KeywordRanked', { ...of44, keyword: 'oak table', date: day(20), position: 4, source: 'gsc' }),
      fact('TechnicalWorkDone', { ...of44, date: day(12), kind: 'speed', title: 'Pictures made smaller' }),
      ...Array.from({ length: 30 }, (_, n) =>
        fact('SearchMetricsRecorded', {
          ...of44,
          date: day(n + 1),
          clicks: 40 + n,
          impressions: 900 + 10 * n,
          position: 12.5,
          top_queries: [{ query: 'oak tables', clicks: 10, impressions: 100, position: 8.2 }],
          top_pages: [{ page: 'https://site44.example/oak', clicks: 9, impressions: 90 }],
        }),
      ),
      ...[9, 19].map((n) =>
        fact('ConversionsRecorded', {
          ...of44,
          date: day(n),
          goal: 'form',
          count: 3,

          value: '50.00',
        }),
      ),
    ]);
    expect(told.status, JSON.stringify(told.body)).toBeLessThan(300);
    const refused = told.body.results.filter((each: { outcome: string }) => each.outcome !== 'accepted');
    expect(refused).toEqual([]);
    const agency = api.as((await api.post('auth/tokens/', { role: 'agency', account_id: 1 })).body.token);
    manager = api.as((await api.post('auth/tokens/', { role: 'account_manager', user_id: 900 })).body.token);
    const html = `data:image/png;base64,${png({ width: 200, height: 80 }).toString('base64')}`;
    await api.post('sandbox/pages/', { url: LOGO, html });
    const brand = {
      brand_name: 'Acorn Agency',
      brand_logo_url: LOGO,
      contact_email: 'hello@acorn.example',
      footer_text: 'Acorn Agency, Oak Lane 1',
      report_domain: OWN,
    };
    expect((await agency.post('services/branding/', brand)).status).toBe(201);
    const made = await api.post('services/subscriptions/', {
      account_id: 4,
      site_id: 44,
      tier: 'pro',
      account_manager_id: 900,
      service_config: { reporting: { branding_id: 1, recipients: ['ann@client.example'] } },
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    await api.advance('2026-07-01T05:00:00Z');
    const asked = { subscription_id: 1, report_type: 'monthly', period_start: '2026-06-01' };
    id = (await api.post(`${REPORTS}generate/`, asked)).body.id;
    await api.advance('2026-07-01T05:05:00Z');
    const ready = await report();
    expect([ready.state, ready.problem]).toEqual(['in_review', null]);
  }, 120_000);
  afterAll(() => api.stop());

  it('is not commented on under the house’s name', async () => {
    const comment = (text: string) => manager.post(`${REPORTS}${id}/comment/`, { section: 'organic_traffic', text });
    for (const text of ['The team of IGNY8 moved the site.', 'as alorig.com says']) {
      const refused = await comment(text);
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/text']);
    }
    expect((await comment('The relaunch explains the dip.')).status).toBe(202);
    await api.advance('2026-07-01T05:10:00Z');
    const { comments, state, problem } = await report();
    expect([state, problem, comments.length]).toEqual(['in_review', null, 1]);
    expect(comments[0].author.name).not.toMatch(/alorig/i);
  }, 60_000);

  it('says neither name in anything that leaves', async () => {
    const { version } = await report();
    expect((await manager.post(`${REPORTS}${id}/approve/`, { version })).status).toBe(200);
    expect((await manager.post(`${REPORTS}${id}/send/`, { version })).status).toBe(200);
    await api.advance('2026-07-01T05:15:00Z');
    const mail = sent.find(({ to }) => to.includes('ann@client.example'));
    if (!mail) throw new Error('the report was not sent');
    const { greeting, envelope, source } = await mailSource(mail);
    Object.assign(leaving, {
      greeting,
      envelope,
      'source of the mail': source,
      'figures of the mail': mail.inline?.[0]?.content,
    });
    for (const { name, content } of mail.attachments ?? [])
      Object.assign(leaving, { name, [`attached ${name}`]: content });
    expect(greeting).toBe('neutral.example');

    // What else the client was told: that its service begins.
    const begun = sent.filter(({ to, subject }) => !to.includes('ann@client.example') && subject.includes('site44'));
    const welcome = begun.find(({ subject }) => subject.startsWith('Welcome'));
    expect(welcome?.from).toEqual({ name: 'Acorn Agency', address: 'reports@neutral.example' });
    expect(welcome?.replyTo).toBe('hello@acorn.example');
    for (const told of begun.filter(({ from }) => from !== undefined))
      leaving[`mail “${told.subject}”`] = (await mailSource(told)).source;

    const shares = [{}, { sections: ['organic_traffic', 'work_done'] }, { password: 'correct horse' }];
    const paths: string[] = [];
    for (const body of shares) {
      const { address } = (await api.post(`${REPORTS}${id}/share/`, body)).body;
      leaving[`address ${paths.length}`] = address;
      paths.push(new URL(address).pathname);
    }
    const [whole = '', part = '', locked = ''] = paths;
    const unsubscribe = new URL(/https?:[^>]+/.exec(mail.headers?.['List-Unsubscribe'] ?? '')?.[0] ?? '').pathname;
    const file = new URL((await report()).report_pdf_url, api.url).pathname;
    for (const host of [OWN, NEUTRAL]) {
      for (const path of [whole, `${whole}pdf/`, part, `${part}pdf/`, locked, unsubscribe, file])
        expect((await leave(host, path, { headers: HTML })).status, path).toBe(200);
      await leave(host, locked, { method: 'POST', headers: { ...HTML, ...FORM }, body: 'password=wrong' });
      await leave(host, locked, { method: 'POST', headers: { ...HTML, ...FORM }, body: 'password=correct+horse' });
      await leave(host, locked, { method: 'POST', headers: { ...HTML, 'content-type': 'text/plain' }, body: 'x' });
      await leave(host, unsubscribe, {
        method: 'POST',
        headers: { ...HTML, ...FORM },
        body: 'List-Unsubscribe=One-Click',
      });
      await leave(host, unsubscribe, { method: 'POST', headers: { ...HTML, ...FORM }, body: 'again=One-Click' });
      for (const headers of [HTML, { accept: 'application/json' }]) {
        for (const path of [
          '/',
          '/healthz/',
          '/docs/',
          '/api/v1/services/reports/',
          `/shared/${'x'.repeat(43)}/`,
          '/reports/files/x.y/',
        ])
          expect((await leave(host, path, { headers })).status).toBe(404);
        await leave(host, whole, { method: 'DELETE', headers });
      }
    }
    const png1 = await fetch(`${api.url}/api/v1/${REPORTS}preview/?subscription_id=1&format=png`, {
      headers: { authorization: 'Bearer first-admin-token' },
    });
    leaving['the first page as PNG'] = new Uint8Array(await png1.arrayBuffer());

    for (const name of ['source of the mail', 'figures of the mail', 'attached report-monthly-2026-06-01.pdf'])
      expect(leaving[name]?.length, name).toBeGreaterThan(1000);
    expect(Object.keys(leaving).length).toBeGreaterThan(70);
    expect(houseWordsIn(leaving)).toEqual([]);
  }, 120_000);
});

describe('the search for the words of the house', () => {
  const base64 = (text: string) =>
    Buffer.from(text)
      .toString('base64')
      .replaceAll(/(.{76})/g, '$1\r\n');
  const planted: Leaving = {
    'a page': '<p class="igny8-x">',
    'an attachment': base64(`${'x'.repeat(90)} made by ALORIG`),
    'quoted text': 'made by IGN=\r\nY8',
    'a header in other signs': '=41lorig',
    'an address': 'https://x.example/%41lorig/',
    'a ticket': `/${Buffer.from(JSON.stringify({ host: 'api.igny8.com', id: 1 })).toString('base64url')}.x/`,
    'text of a picture': png({ more: [['tEXt', Buffer.from('Software\0Igny8')]] }),
    'packed text of a picture': png({
      more: [['zTXt', Buffer.concat([Buffer.from('Software\0\0'), deflateSync(Buffer.from('by Alorig'))])]],
    }),
    'another character set': Buffer.from('Alorig', 'utf16le'),
  };
  it.each(Object.entries(planted))('finds one in %s', (name, content) => {
    expect(houseWordsIn({ [name]: content })).not.toEqual([]);
  });

  it('finds one in what a PDF shows and in what it says of itself', async () => {
    const pdf = async (name: string, domain: string) => {
      const document = { ...whiteLabelDocument, look: { ...whiteLabelDocument.look, name }, site_domain: domain };
      return toPdf(await setDocument(reportPages(sharedPart(document, ['work_done']))));
    };
    expect(houseWordsIn({ pdf: await pdf('Acorn', 'acorn.example') })).toEqual([]);
    const places = houseWordsIn({ pdf: await pdf('Igny8 GmbH', 'acorn.example') }).join('\n');
    for (const place of ['what is read', 'object', 'stream']) expect(places).toContain(place);
    expect(houseWordsIn({ pdf: await pdf('Acorn', 'alorig.example') })).not.toEqual([]);
  }, 60_000);
});
