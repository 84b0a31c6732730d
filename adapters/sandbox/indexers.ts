import { type Context, Hono } from 'hono';
import { isWebAddress, speedyIndexStandIn, usd } from './indexers-speedyindex.ts';
import { faults, type StandInEnv } from './serve.ts';
import type { SandboxState } from './state.ts';

type Ctx = Context<StandInEnv>;

/** A service that takes a form with URLs joined by `|`, and how it says yes and no. */
type FormProvider = {
  readonly provider: string;
  readonly path: string;
  readonly fields: { readonly key: string; readonly urls: string; readonly campaign: string };
  /** In ten-thousandths of a US dollar a link. */
  readonly price: number;
  readonly yes: (c: Ctx, urls: number, campaign: string) => Response;
  readonly no: (c: Ctx, why: string) => Response;
};

const text = { yes: (c: Ctx) => c.text('done'), no: (c: Ctx, why: string) => c.text(why) };
const FIELDS = { key: 'apikey', urls: 'urls', campaign: 'campaignname' };
const FORMS: readonly FormProvider[] = [
  { provider: 'omega', path: '/api/omega-indexer-api', fields: FIELDS, price: 300, ...text },
  {
    provider: 'linkcentaur',
    path: '/api/newlinks.json',
    price: 200,
    fields: { key: 'apikey', urls: 'links', campaign: 'campaign' },
    yes: (c, urls, campaign) =>
      c.json({ status: 'ok', details: `${urls} links added successfully to the campaign ${campaign}` }),
    no: (c, why) => c.json({ status: 'error', details: why }),
  },
  { provider: 'colossus', path: '/api', fields: FIELDS, price: 500, ...text },
];

function formStandIn(state: SandboxState, { provider, path, fields, price, yes, no }: FormProvider) {
  return new Hono<StandInEnv>().post(path, async (c) => {
    if (!/^application\/x-www-form-urlencoded\b/.test(c.req.header('content-type') ?? ''))
      return c.text('a form is expected', 415);
    const form = new URLSearchParams(await c.req.text());
    if (!form.get(fields.key)) return no(c, 'Wrong API Key');
    const urls = (form.get(fields.urls) ?? '').split('|').filter((url) => url !== '');
    const campaign = form.get(fields.campaign) ?? '';
    const entry = { provider, operation: 'submit', reference: campaign, request: { urls } };
    const refused = c.get('refuse')
      ? 'Not enough credits'
      : urls.length === 0 || !urls.every(isWebAddress)
        ? 'Wrong URLs'
        : campaign === ''
          ? 'The campaign has no name'
          : null;
    if (refused === null) await state.record({ ...entry, outcome: 'accepted', charged: usd(price * urls.length) });
    else await state.record({ ...entry, outcome: 'refused' });
    return refused === null ? yes(c, urls.length, campaign) : no(c, refused);
  });
}

/** IndexNow's single ping; every well-formed key counts as one whose file stands on the host. */
const indexNowStandIn = (state: SandboxState) =>
  new Hono<StandInEnv>().get('/indexnow', async (c) => {
    const { url, key } = c.req.query();
    if (!url || !key) return c.body(null, 400);
    const status = c.get('refuse') || !/^[A-Za-z0-9-]{8,128}$/.test(key) ? 403 : isWebAddress(url) ? 200 : 422;
    const outcome = status === 200 ? 'accepted' : 'refused';
    await state.record({ provider: 'indexnow', operation: 'ping', request: { urls: [url] }, outcome });
    return c.body(null, status);
  });

export type SandboxIndexersOptions = {
  /** Milliseconds that a provider which is `slow` takes; longer than its callers wait. */
  readonly slowMs?: number;
  /** SpeedyIndex's account may pay per submission. */
  readonly allowListed?: boolean;
};

/**
 * Stand-ins of the indexing services, each below its own name: /speedyindex, /omega, /linkcentaur, /colossus and
 * /indexnow. Each follows the published contract and writes what it truly did to the ledger. Any key is taken.
 */
export function sandboxIndexers(state: SandboxState, options: SandboxIndexersOptions = {}): Hono<StandInEnv> {
  const app = new Hono<StandInEnv>();
  const mount = (provider: string, standIn: Hono<StandInEnv>) => {
    app.use(`/${provider}/*`, faults(state, provider, options.slowMs));
    app.route(`/${provider}`, standIn);
  };
  mount('speedyindex', speedyIndexStandIn(state, options.allowListed ?? false));
  for (const form of FORMS) mount(form.provider, formStandIn(state, form));
  mount('indexnow', indexNowStandIn(state));
  app.onError((error, c) => c.text(error.message, 500));
  return app;
}
