import type { Context } from 'hono';
import type { Inside } from '#api/http/app';
import { languagesAsked } from '#api/http/languages';
import type { Principal } from '#api/http/principal';
import { notFound } from '#api/http/problem';
import type { HttpEnv, Route } from '#api/http/routes';
import type { LanguageOf } from '#commands/platform/member';
import type { Zone } from '#domain/kernel/calendar';
import { type Language, languageWanted } from '#domain/kernel/language';
import type { Instant } from '#domain/kernel/time';
import type { LaunchFlag } from '#domain/platform/launch-flag';
import type { Cause } from '#runtime/metadata';
import type { Assets } from './assets.ts';
import { createBackend } from './backend.ts';
import type { Brands } from './brand.ts';
import type { PageCharts } from './charts.ts';
import type { FormState } from './forms.ts';
import { boundTo, type FormGuard } from './guard.ts';
import { pageFormats } from './language/formats.ts';
import { sayIn } from './language/index.ts';
import { mayDo } from './may.ts';
import { navigation } from './navigation.ts';
import type { Page, Visit } from './page.ts';
import type { JsonSchema } from './schema-fields.ts';

/** What pages stand on besides the API. */
export type PagesDeps = {
  readonly inside: Inside;
  readonly pages: readonly Page[];
  readonly now: () => Instant;
  readonly zone: Zone;
  readonly newId: () => string;
  readonly flag: (flag: LaunchFlag, account: number | null) => Promise<boolean>;
  readonly guard: FormGuard;
  readonly charts: PageCharts;
  readonly assets: Assets;
  readonly brands: Brands;
  readonly languageOf: LanguageOf;
  /** How far the read models have got, and a pause: for what changes while a page is open. */
  readonly position: () => Promise<number>;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** What `Set-Cookie` says of the session that goes on where its own has ended by time that was moved. */
  readonly goOn: (session: string, cause: Cause) => Promise<string | null>;
  /** The clock of a sandbox; null where time is real. */
  readonly sandbox: (() => Instant) | null;
};

/** What a form was left with: typed values and errors of the one that was sent, or nothing. */
export type Left = Pick<FormState, 'name' | 'typed' | 'errors' | 'notice'> | null;

type Asked = {
  readonly c: Context<HttpEnv>;
  readonly principal: Principal;
  readonly params: object;
  readonly id: number;
};

const STAFF = new Set(['admin', 'account_manager']);
export const isStaff = (principal: Principal | null): boolean => principal !== null && STAFF.has(principal.role);
/**
 * Pages of the team are in English. Members read what they have chosen; whoever is none, what was chosen in their browser or it asks
 * for, else what their account reads its reports in. `languages` is as `languagesAsked` has them.
 */
export async function languageFor(
  principal: Principal | null,
  languages: string,
  { languageOf }: Pick<PagesDeps, 'languageOf'>,
): Promise<Language> {
  if (isStaff(principal)) return 'en';
  const theirs = principal?.language ?? languageWanted(languages);
  if (theirs !== null) return theirs;
  const account = principal?.accountId ?? null;
  return (account === null ? null : await languageOf(account)) ?? 'en';
}

/** One look at a page, made from the request for it. */
export async function visitOf(deps: PagesDeps, { c, principal, params, id }: Asked, left: Left = null): Promise<Visit> {
  const url = new URL(c.req.raw.url);
  const language = await languageFor(principal, languagesAsked(c.req.raw), deps);
  const token = c.req.header('authorization') === undefined ? deps.guard.token(boundTo(principal)) : null;
  const address = addressOf(url);
  return {
    params,
    id,
    address,
    search: url.searchParams,
    principal,
    role: principal.role,
    isStaff: isStaff(principal),
    may: mayDo(principal),
    backend: createBackend({
      fetch: deps.inside.fetch,
      env: c.env,
      principal,
      requestId: c.get('requestId'),
      traceparent: c.get('traceparent'),
      languages: language,
    }),
    schema: (method, path) => schemaOf(deps.inside.routes, method, `/api/v1/${String(path)}`),
    form: (name) => ({
      name,
      action: address,
      key: deps.newId(),
      token,
      ...(left?.name === name ? left : { typed: null, errors: new Map(), notice: null }),
    }),
    live: { parts: new Map() },
    language,
    say: sayIn(language),
    formats: pageFormats(language),
    moment: (at) => pageFormats(language).moment(at as Instant, deps.zone),
    now: deps.now(),
    isSandbox: deps.sandbox !== null,
    verifier: deps.assets.verifier,
    chart: (asked) => deps.charts.svg(asked, language),
    pages: () => navigation(deps.pages, principal, sayIn(language)),
  };
}

/** The page's own address: without what only its stream or its table have. */
const addressOf = ({ pathname, search }: URL): string => pathname.replace(/(?<=\/)(live|csv)\/?$/, '') + search;

/** Pages that the address or its reader has nothing to do with are not there. */
export async function demandPage(page: Page, principal: Principal, deps: Pick<PagesDeps, 'flag'>): Promise<void> {
  if (page.may !== undefined && !mayDo(principal)(page.may)) throw notFound('page');
  if (page.flagged === false) return;
  if (!(await deps.flag('managed_services_enabled', principal.accountId))) throw notFound('page');
}

const schemas = new WeakMap<Route, JsonSchema>();
function schemaOf(routes: readonly Route[], method: string, path: string): JsonSchema {
  const route = routes.find((each) => each.method === method && each.path === path);
  const body = route?.bodyShown ?? route?.body;
  if (!route || !body) throw new Error(`${method} ${path} takes no body`);
  const made = schemas.get(route) ?? (body.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as JsonSchema);
  schemas.set(route, made);
  return made;
}
