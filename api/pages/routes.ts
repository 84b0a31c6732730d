import type { Context } from 'hono';
import { csvReply } from '#api/http/csv';
import { languageCookie } from '#api/http/languages';
import { Problem } from '#api/http/problem';
import { type Call, defineRoute, type HttpEnv, type Reply, type Route } from '#api/http/routes';
import { brandOf } from './brand.ts';
import { FILES_TYPE, FORM_TYPE, HIDDEN, placed, sentOf, typedOf } from './forms.ts';
import { demandPage, type Left, type PagesDeps, visitOf } from './frame.ts';
import { boundTo, comesFromHere, cookieIn, NOTICE_COOKIE } from './guard.ts';
import { SaidProblem, toldIn } from './language/told.ts';
import { htmlReply, wholePage } from './layout.tsx';
import { liveStream } from './live.ts';
import type { Page, Visit } from './page.ts';

const TAG = 'Pages';
const HTML = { status: 200, description: 'the page', contentType: 'text/html' } as const;
/** What a form is shown again for, with what was typed; all else is a page of its own. */
const SHOWN_AGAIN = new Set([400, 403, 409, 412, 413, 415, 422, 429, 503]);

type Ctx = Context<HttpEnv>;

/** The routes of a page: it is looked at, its forms are sent to its own address, parts of it stream, its list is downloaded. */
export function routesOfPage(page: Page, deps: PagesDeps): readonly Route[] {
  const { path, name, roles, summary } = page;
  // What a member may is asked by the page itself, which is not there for who may not.
  const common = {
    roles,
    page: true,
    needs: null,
    tag: TAG,
    summary,
    ...(page.everyHost ? { everyHost: true } : {}),
    ...(page.patient ? { patient: true } : {}),
  } as const;

  const below = (part: string) => ({ ...common, roles: page.partsFor?.[part] ?? roles });

  const draw = async (visit: Visit, c: Ctx, status: Reply['status'] = 200): Promise<Reply> => {
    const kept = cookieIn(c, NOTICE_COOKIE);
    const notice = kept === null ? null : deps.guard.notice(boundTo(visit.principal), kept);
    const position = page.live ? await deps.position() : null;
    const content = await page.show(visit);
    if ('to' in content) return { status: 303, location: ownAddress(content.to) };
    const brand = await brandOf(deps.brands, visit.principal, c.get('host'));
    const html = wholePage({ page, visit, content, notice, position, brand }, deps);
    const forget = kept === null ? {} : { 'Set-Cookie': `${NOTICE_COOKIE}=; ${COOKIE}; Max-Age=0` };
    return htmlReply(html, status, forget);
  };

  const routes: Route[] = [
    defineRoute({
      ...common,
      method: 'get',
      path,
      operationId: `page_${name}`,
      answers: [HTML],
      async handle(call) {
        await demandPage(page, call.principal, deps);
        return draw(await visitOf(deps, call), call.c);
      },
    }),
  ];
  if (page.forms)
    routes.push(
      defineRoute({
        ...below('send'),
        method: 'post',
        path,
        operationId: `page_${name}_send`,
        rawBody: page.filesUpTo === undefined ? [FORM_TYPE] : [FORM_TYPE, FILES_TYPE],
        ...(page.filesUpTo === undefined ? {} : { bodyLimit: page.filesUpTo }),
        // The commands behind it look up what they are decided by.
        looksUp: false,
        answers: [HTML, { status: 303, description: 'to where the change is seen' }],
        async handle(call) {
          await demandPage(page, call.principal, deps);
          return sent(page, call, deps, draw);
        },
      }),
    );
  const { csv } = page;
  if (csv)
    routes.push(
      defineRoute({
        ...below('csv'),
        method: 'get',
        path: `${path}csv/`,
        operationId: `page_${name}_csv`,
        reads: { what: 'export', of: ({ principal }) => ({ ids: [], account: principal.accountId }) },
        answers: [{ status: 200, description: 'the table', contentType: 'text/csv' }],
        async handle(call) {
          await demandPage(page, call.principal, deps);
          const { name: file, columns, rows } = await csv.call(page, await visitOf(deps, call));
          return csvReply(`${file}.csv`, columns, rows);
        },
      }),
    );
  for (const [file, download] of Object.entries(page.downloads ?? {}))
    routes.push(
      defineRoute({
        ...below(file),
        method: 'get',
        path: `${path}${file}/`,
        operationId: `page_${name}_${file}`,
        patient: true,
        answers: [{ status: 200, description: 'the file', contentType: 'application/octet-stream' }],
        async handle(call) {
          await demandPage(page, call.principal, deps);
          const found = await download.call(page.downloads, await visitOf(deps, call));
          return found instanceof Response ? fileReply(found) : { status: 303, location: ownAddress(found.to) };
        },
      }),
    );
  if (page.live)
    routes.push(
      defineRoute({
        ...below('live'),
        method: 'get',
        path: `${path}live/`,
        operationId: `page_${name}_live`,
        answers: [{ status: 200, description: 'parts that changed', contentType: 'text/event-stream' }],
        async handle(call) {
          await demandPage(page, call.principal, deps);
          return liveStream(page, deps, call);
        },
      }),
    );
  return routes;
}

/** Of what the API says of a file, what a browser needs to keep it under its name. */
const KEPT = ['content-type', 'content-disposition', 'content-security-policy', 'digest'];
async function fileReply(found: Response): Promise<Reply> {
  const headers = Object.fromEntries(
    KEPT.flatMap((key) => (found.headers.has(key) ? [[key, found.headers.get(key)]] : [])),
  );
  return {
    status: 200,
    raw: new Uint8Array(await found.arrayBuffer()),
    headers: { ...headers, 'Cache-Control': 'private, no-store' },
  };
}

type Draw = (visit: Visit, c: Ctx, status?: Reply['status']) => Promise<Reply>;

async function sent(page: Page, call: Call, deps: PagesDeps, draw: Draw): Promise<Reply> {
  const { c, bytes, principal } = call;
  const data = await formData(c, bytes);
  const name = String(data.get(HIDDEN.form) ?? '');
  const act = Object.hasOwn(page.forms ?? {}, name) ? page.forms?.[name] : undefined;
  const visit = await visitOf(deps, call);
  const { say } = visit;
  const again = async (left: Left, status: Reply['status']) => draw(await visitOf(deps, call, left), c, status);
  if (!comesFromHere(c)) throw new SaidProblem('forbidden', say('problem.foreign.text'));
  const typed = typedOf(data);
  const back = (notice: string, status: Reply['status']) => again({ name, typed, errors: new Map(), notice }, status);
  // Somebody who sends a token of the API in a header was not led here by another site.
  const known = c.req.header('authorization') !== undefined;
  if (!known && !deps.guard.isToken(boundTo(principal), String(data.get(HIDDEN.token) ?? '')))
    return back(say('form.expired'), 403);
  if (!act) throw new Problem('malformed', 'there is no such form on this page');
  try {
    const { to, notice, language, movedTime } = await act.call(page.forms, visit, sentOf(data));
    const { sessionId } = principal;
    const session = movedTime && sessionId !== null ? await deps.goOn(sessionId, call.cause) : null;
    if (session !== null) return { status: 303, location: ownAddress(to), headers: { 'Set-Cookie': session } };
    if (language !== undefined)
      return { status: 303, location: ownAddress(to), headers: { 'Set-Cookie': languageCookie(language) } };
    if (notice === undefined) return { status: 303, location: ownAddress(to) };
    const cookie = `${NOTICE_COOKIE}=${deps.guard.keepNotice(boundTo(principal), notice)}; ${COOKIE}; Max-Age=60`;
    return { status: 303, location: ownAddress(to), headers: { 'Set-Cookie': cookie } };
  } catch (error) {
    if (!(error instanceof Problem) || !SHOWN_AGAIN.has(error.status)) throw error;
    const status = error.status as Reply['status'];
    if (error.code === 'idempotency_mismatch') return back(say('form.sent_before'), status);
    if (error.code === 'revision_moved') return back(say('form.moved'), status);
    return again({ name, typed, ...placed(error, fieldsShown(data), toldIn(visit)) }, status);
  }
}

/** The fields that were on the form. */
const fieldsShown = (data: FormData): ReadonlySet<string> =>
  new Set([...data.keys(), ...data.getAll('_shown').map(String)].filter((name) => name.startsWith('/')));

async function formData(c: Ctx, bytes: Uint8Array): Promise<FormData> {
  const type = c.req.header('content-type') ?? '';
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Problem('malformed', 'the form cannot be read');
  }
}

const COOKIE = 'Path=/app; HttpOnly; SameSite=Lax';

/** Pages lead to pages of ours, whatever a form or an address may say. */
export function ownAddress(to: string): string {
  const url = new URL(to, 'http://inside');
  return url.host === 'inside' && url.pathname.startsWith('/app/')
    ? `${url.pathname}${url.search}${url.hash}`
    : '/app/';
}
