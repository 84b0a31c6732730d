import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACORN } from '#cli/demo/sites';
import { historyOf } from '#cli/demo/work';
import type { Day } from '#domain/kernel/time';
import { fact } from '#test/support/api';
import { must, placement, urlOf } from '#test/support/backlinks';
import { typeHostile } from '#test/support/hostile';
import { withMembers } from '#test/support/made-members';
import { withReports } from '#test/support/made-reports';
import { withMoney } from '#test/support/money';
import { attribute, elements, type Houses, houses, Reader, type Role } from '#test/support/pages';
import { sendFile } from '#test/support/send-file';
import { withWork } from '#test/support/work';
import { CORPUS } from './corpus.ts';
import { sampleOf } from './samples.ts';

/** What people and sites can type is text wherever it shows: nothing of it becomes an element, an attribute, an address or a script. */
let world: Houses;
let took: ReadonlySet<string>;
const day = (text: string) => text as Day;
beforeAll(async () => {
  const all = CORPUS.join(' ');
  const texts = [all, all.slice(0, 200), ` ${CORPUS[3]}`, '"><i onclick=hacked>', '"><b id=hacked>', '<b>'];
  world = await houses('2026-06-17T08:00:00Z', (api) => {
    took = typeHostile(api, texts).took;
  });
  await withMembers(await withReports(await withMoney(world)));
  await withWork(world);
  await told();
  await talk();
}, 180_000);
afterAll(() => world?.stop());

/** What sites are found for, write and gather. */
async function told(): Promise<void> {
  const site = { ...ACORN, domain: 'site11.example' };
  const facts = historyOf(site, day('2026-06-01'), day('2026-06-14'), day('2026-06-17'));
  const one = new Map(facts.map((each) => [each.type, each]));
  const now = '2026-06-17T09:00:00Z';
  const site_id = 11;
  const targets = [{ page: '/roofs', anchor: 'roofs', tier: 'basic_guest_post' }];
  const health = { clusters: [{ name: 'Roofs', status: 'open' }], gaps: ['no page on gutters'] };
  const more = [
    fact('ArticleAwaitingReview', { site_id, content_id: 501, title: 'Saving' }, now),
    fact('ContentQueued', { site_id, content_id: 502, title: 'Roofs', planned_for: '2026-06-20' }, now),
    fact(
      'UrlInspected',
      { site_id, url: 'https://site11.example/a', verdict: 'error', coverage_state: 'Blocked' },
      now,
    ),
    fact('SiteHealthMeasured', { site_id, completion: 50, authority_score: 40, ...health }, now),
    fact('CampaignPlanned', { site_id, campaign_id: 3, month: '2026-06', budget: '100.00', targets }, now),
    fact('TechnicalWorkDone', { site_id, date: '2026-06-16', kind: 'speed', title: 'Smaller pictures' }, now),
    fact('SiteIntegrationConnected', { site_id: 33, platform: 'wordpress', plugin_version: '1.2' }, now),
  ];
  for (const each of [...one.values(), ...more]) await must(world.post('platform/facts/', [each]));
}

/** Everything else that has a text, once. */
async function talk(): Promise<void> {
  const { id: order } = await must(
    world.post('services/backlink-orders/', {
      site_id: 11,
      lines: [{ tier: 'basic_guest_post', quantity: 4 }],
      notes: 'no casinos',
      brief_required: true,
      placement_approval: 'client',
    }),
    201,
  );
  const at = `services/backlink-orders/${order}/`;
  const { target_url, vendor, source_url, cost } = placement(4, 'basic_guest_post', '40.00');
  const answers = { target_pages: ['https://site11.example/'], anchors: ['acorn'], audience: 'everybody' };
  await must(world.post(`${at}approve/`, { on_behalf_of_client: true }));
  await must(world.put(`${at}brief/`, { answers, complete: true }));
  const proposal = await must(
    world.post(`${at}links/proposals/`, { target_url, vendor, source_url, cost, anchor_text: 'acorn' }),
    201,
  );
  const second = { target_url, vendor, source_url: urlOf(5), cost, anchor_text: 'acorn' };
  const other = await must(world.post(`${at}links/proposals/`, second), 201);
  const branding = { brand_name: 'Acorn', contact_phone: '+44 1', footer_text: 'Acorn Ltd', account_id: 3 };
  const { body: file } = await sendFile(world, null, `${CORPUS[3]}.txt`, Buffer.from('hello'), {});
  const sent = typeof file.id === 'number' ? { files: [file.id] } : {};
  const boost = { account_id: 1, payment_method: 'manual', quantity: 10 };
  const { invoice_id } = await must(world.post('billing/add-ons/indexing-boost/', boost), 201);
  const paid = { gateway: 'manual', amount: '0.10', received_on: '2026-06-17', reference: 'Bank 7' };
  const [request] = (await must(world.get('platform/work-requests/?status=waiting'))).results;
  const said: readonly (readonly ['post' | 'put' | 'patch', string, object])[] = [
    ['post', `${at}links/proposals/${proposal.id}/reject/`, { reason: 'not for us' }],
    ['post', `${at}links/proposals/${other.id}/withdraw/`, { reason: 'sold' }],
    ['post', 'services/conversations/order/1/messages/', { text: 'Hello', visibility: 'client', ...sent }],
    ['post', 'services/conversations/subscription/1/messages/', { text: 'Hello', visibility: 'team' }],
    ['post', 'services/conversations/report/1/messages/', { text: 'Hello', visibility: 'client' }],
    ['post', 'services/conversations/invoice/1/messages/', { text: 'Hello', visibility: 'client' }],
    ['post', 'services/annotations/', { site_id: 11, date: '2026-06-10', text: 'Relaunch', visibility: 'client' }],
    ['post', 'services/blocked-domains/', { account_id: 1, domain: 'rival.example', reason: 'a rival' }],
    ['post', 'services/reports/1/comment/', { text: 'fine' }],
    ['post', 'services/branding/', branding],
    ['put', 'billing/accounts/1/billing-details/', { name: 'Acorn', address_lines: ['1 High Street'], tax_id: 'GB1' }],
    ['put', 'billing/accounts/1/entitlements/white_label/', { level: true, reason: 'a favour' }],
    ['patch', 'services/price-book/', { changes: { 'packages.starter.price.high': '1600.00' }, reason: 'dearer' }],
    ['put', 'ops/flags/', { flag: 'managed_services_enabled', enabled: true, reason: 'launch' }],
    ['post', 'ops/announcements/', { texts: { en: { subject: 'News', text: 'Here.' } } }],
    ['post', 'ops/launch/steps/', { step: 'flag_staging', note: 'on in staging' }],
    ['post', 'billing/invoices/1/credit-notes/', { amount: '0.10', reason: 'sorry' }],
    ['post', `billing/invoices/${invoice_id}/payments/`, paid],
    ['post', 'audit/disputes/1/settle/', { outcome: 'lost', note: 'we lost' }],
    ['post', 'services/approvals/content/501/', { outcome: 'changes_requested', note: 'shorter' }],
    ['post', 'services/subscriptions/1/pause/', { reason: 'a holiday' }],
    ['post', 'services/subscriptions/1/resume/', { reason: 'back' }],
    ['post', 'services/backlink-orders/2/cancel/', { reason: 'no more' }],
    [
      'post',
      'services/backlink-orders/1/links/',
      { ...placement(6, 'basic_guest_post', '40.00'), vendor_reference: 'V6' },
    ],
    ['patch', 'services/subscriptions/1/', { monthly_price: '350.00', override_reason: 'an old friend' }],
    ['post', `platform/work-requests/${request.id}/failed/`, { error: 'no time' }],
    ['post', 'auth/tokens/', { role: 'admin', label: 'mine' }],
  ];
  for (const [method, path, body] of said) {
    const answer = await world[method](path, body);
    expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  }
}

const PAGES_OF: readonly (readonly [Role, string])[] = [
  ['admin', 'admin'],
  ['manager', 'account_manager'],
  ['agency', 'agency'],
  ['client', 'client'],
  ['otherClient', 'client'],
];
/** So many pages at least show something of it. */
const AT_LEAST: Partial<Record<Role, number>> = { admin: 50, manager: 25, agency: 3, client: 5, otherClient: 0 };
const ADDRESS = /^(\/(?!\/)|#|\?|https?:\/\/|mailto:|data:image\/svg)/;
/** Whatever a page has that no page of ours has: it came of what somebody typed. */
function foreign(html: string): string[] {
  return elements(html).flatMap((element) => {
    const { tagName = '', attrs = [] } = element;
    const wrong = attrs.filter(
      ({ name, value }) =>
        /^(on|hx-on|style$|srcdoc$|autofocus$)/.test(name) ||
        (['href', 'src', 'action', 'formaction', 'xlink:href', 'hx-get', 'hx-post'].includes(name) &&
          !ADDRESS.test(value)) ||
        (name === 'id' && value === 'hacked'),
    );
    const isScript = tagName === 'script' && !/^\/app\/assets\//.test(attribute(element, 'src') ?? '');
    const isElsewhere = tagName === 'form' && !/^\/(?!\/)/.test(attribute(element, 'action') ?? '/');
    const isRefresh = attribute(element, 'http-equiv') !== undefined;
    const isNone = ['style', 'base', 'iframe', 'object', 'embed', 'i', 'b'].includes(tagName);
    return wrong.length > 0 || isScript || isElsewhere || isRefresh || isNone
      ? [`<${tagName} ${attrs.map(({ name, value }) => `${name}="${value}"`).join(' ')}>`]
      : [];
  });
}

describe('texts that people and sites type', () => {
  it.each(PAGES_OF)('stay texts on every page that %s may see', async (role, kind) => {
    const reader = new Reader(world.url, world.tokens[role]);
    const pages = world.running.app.routes.filter(
      ({ page, method, roles, path }) =>
        page && method === 'get' && (roles as readonly string[]).includes(kind) && !path.endsWith('/live/'),
    );
    let shown = 0;
    for (const { path } of pages)
      for (const at of [
        sampleOf(path, 'own'),
        ...(path.includes('{') && role === 'admin' ? [sampleOf(path, 'foreign')] : []),
      ]) {
        const { status, html, headers } = await reader.get(at);
        if (status !== 200) continue;
        expect(headers.get('x-content-type-options'), at).toBe('nosniff');
        if (!headers.get('content-type')?.startsWith('text/html')) continue;
        expect(foreign(html), `${role} at ${at}`).toEqual([]);
        if (html.includes('hacked')) shown += 1;
      }
    expect(shown, 'some of these pages show what was typed').toBeGreaterThan(AT_LEAST[role] ?? 0);
  });

  it('stay texts in every mail', async () => {
    const { results } = await must(world.get('sandbox/mail/'));
    const hostile = (results as readonly { readonly html: string }[]).filter(({ html }) => html.includes('hacked'));
    expect(hostile.length).toBeGreaterThan(3);
    for (const { html } of hostile) expect(foreign(html).filter((each) => !/^<(body|div|p|a) /.test(each))).toEqual([]);
  });

  it('are all that the API takes: whoever adds one has it typed here', async () => {
    const { paths, components } = await must(world.get('/openapi.json'));
    const names = new Set<string>();
    for (const operation of Object.values<Json>(paths).flatMap((each) => Object.values<Json>(each as never)))
      for (const name of textsOf(operation['requestBody'], components)) names.add(name);
    expect([...names].filter((name) => !took.has(name) && !CHECKED.test(name)).sort()).toEqual([]);
  });
});

type Json = { readonly [key: string]: unknown };
/** What has a meaning that is checked, or never comes back: nothing hostile fits. */
const CHECKED =
  /^(address|answers|api_key|billed_months|budget|by|changes|(contact_)?email|datacontenttype|dataschema|(report_)?domain|feature|html|id|(required_)?level|month|months_to_bill|niche(_surcharge)?|object|password|plan|plan_features|planned_for|platform|provider|quantity|read_model|recipients|redirect_to|result|source|subject|template_(css|html)|tax_rate|tier|time_zone|to|type|unit_cost|value|)$/;
/** The names of the strings of a schema that are neither of a list nor of a form. */
function textsOf(value: unknown, components: unknown, name = '', depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > 30) return [];
  const node = value as Json;
  const named = typeof node['$ref'] === 'string' ? node['$ref'].split('/').at(-1) : undefined;
  if (named !== undefined) {
    const { schemas } = components as { readonly schemas: Json };
    return textsOf(schemas[named], components, name, depth + 1);
  }
  const isString = ([node['type']].flat() as unknown[]).includes('string');
  if (isString && !['enum', 'const', 'format', 'pattern'].some((each) => each in node)) return [name];
  return Object.entries(node).flatMap(([key, inner]) =>
    key === 'properties'
      ? Object.entries(inner as Json).flatMap(([own, each]) => textsOf(each, components, own, depth + 1))
      : key === 'example' || key === 'examples'
        ? []
        : textsOf(inner, components, name, depth + 1),
  );
}
