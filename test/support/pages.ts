import { parse } from 'parse5';
import { clientFacts, fact, type SandboxApi, sandboxApi } from './api.ts';
import { must } from './backlinks.ts';

export type Role = 'admin' | 'manager' | 'otherManager' | 'agency' | 'client' | 'otherClient' | 'platform';
export type Tokens = { readonly [R in Role]: string };
export type Houses = SandboxApi & { readonly tokens: Tokens };

/** Whoever looks after account 1 alone. */
export const MANAGER = 900;
export const NOBODYS_MANAGER = 901;

/**
 * Two clients of two managers, with one thing of each sort: account 1 (site 11, subscription 1, order 1) is looked after by user 900,
 * account 2 (site 22, subscription 2) by nobody; account 3 is an agency with a client of its own, account 4.
 */
export async function houses(
  clock = '2026-06-17T08:00:00Z',
  dress: (api: SandboxApi) => void = () => undefined,
): Promise<Houses> {
  const api = await sandboxApi(clock);
  dress(api);
  await must(api.post('platform/facts/', [...clientFacts(1, 11), ...clientFacts(2, 22), ...clientFacts(3, 33)]));
  const user = { user_id: MANAGER, account_id: 1, name: 'Maya Manager', email: 'maya@alorig.example' };
  await must(api.post('platform/facts/', [fact('UserRegistered', user)]));
  await must(
    api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro', account_manager_id: MANAGER }),
    201,
  );
  await must(api.post('services/subscriptions/', { account_id: 2, site_id: 22, tier: 'lite' }), 201);
  const lines = [{ tier: 'basic_guest_post', quantity: 3 }];
  await must(api.post('services/backlink-orders/', { site_id: 11, lines }), 201);
  await must(api.post('services/backlink-orders/', { site_id: 22, lines }), 201);
  const news = { texts: { en: { subject: 'News', text: 'Managed services are here.' } } };
  for (const _ of [1, 2]) await must(api.post('ops/announcements/', news), 201);
  const token = async (wanted: object) => (await must(api.post('auth/tokens/', wanted), 201)).token as string;
  const tokens: Tokens = {
    admin: await token({ role: 'admin' }),
    manager: await token({ role: 'account_manager', user_id: MANAGER }),
    otherManager: await token({ role: 'account_manager', user_id: NOBODYS_MANAGER }),
    agency: await token({ role: 'agency', account_id: 3 }),
    client: await token({ role: 'client', account_id: 1 }),
    otherClient: await token({ role: 'client', account_id: 2 }),
    platform: await token({ role: 'platform' }),
  };
  return Object.assign(api, { tokens });
}

type Element = {
  readonly tagName?: string;
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Element[];
  readonly value?: string;
};
/** Every element of a page, in its order. */
export function elements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Element): void => {
    if (node.tagName !== undefined) found.push(node);
    node.childNodes?.forEach(visit);
  };
  visit(parse(html) as Element);
  return found;
}
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs?.find((each) => each.name === name)?.value;
export const textOf = (element: Element): string => element.value ?? (element.childNodes ?? []).map(textOf).join('');

/** The fields of a page's form of that name, as a browser would send it untouched. */
export function formOf(html: string, name: string): { readonly action: string; readonly fields: URLSearchParams } {
  const isIt = (form: Element) =>
    elementsIn(form).some((each) => attribute(each, 'name') === '_form' && attribute(each, 'value') === name);
  const form = elements(html).find((each) => each.tagName === 'form' && isIt(each));
  if (!form) throw new Error(`there is no form ${name} on the page`);
  const fields = new URLSearchParams();
  for (const field of elementsIn(form)) {
    const key = attribute(field, 'name');
    if (key === undefined) continue;
    const type = attribute(field, 'type');
    const isTicked = attribute(field, 'checked') !== undefined;
    if (field.tagName === 'textarea') fields.append(key, textOf(field));
    else if (field.tagName === 'select') fields.append(key, chosen(field));
    else if (field.tagName === 'input' && (type !== 'checkbox' || isTicked) && type !== 'submit')
      fields.append(key, attribute(field, 'value') ?? (type === 'checkbox' ? 'on' : ''));
  }
  return { action: attribute(form, 'action') ?? '', fields };
}
const elementsIn = (root: Element): Element[] =>
  (root.childNodes ?? []).flatMap((child) => [...(child.tagName === undefined ? [] : [child]), ...elementsIn(child)]);
const chosen = (select: Element): string => {
  const options = elementsIn(select).filter(({ tagName }) => tagName === 'option');
  const option = options.find((each) => attribute(each, 'selected') !== undefined) ?? options[0];
  return option ? (attribute(option, 'value') ?? textOf(option)) : '';
};

export type Got = { readonly status: number; readonly headers: Headers; readonly html: string };
/** One person who looks at pages and sends forms, over HTTP and without a browser. */
export class Reader {
  readonly url: string;
  readonly #headers: Readonly<Record<string, string>>;
  constructor(url: string, token: string | null, headers: Readonly<Record<string, string>> = {}) {
    this.url = url;
    this.#headers = { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  }
  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Got> {
    return this.#got(await fetch(this.url + path, { headers: { ...this.#headers, ...headers }, redirect: 'manual' }));
  }
  async send(path: string, fields: URLSearchParams, headers: Readonly<Record<string, string>> = {}): Promise<Got> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const all = { ...this.#headers, ...type, ...headers };
    const body = fields.toString();
    return this.#got(await fetch(this.url + path, { method: 'POST', headers: all, body, redirect: 'manual' }));
  }
  /** Fills in and sends the form of that name on that page. */
  async fill(
    path: string,
    name: string,
    values: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<Got> {
    const { action, fields } = formOf((await this.get(path)).html, name);
    for (const [key, value] of Object.entries(values)) {
      fields.delete(key);
      for (const each of typeof value === 'string' ? [value] : value) fields.append(key, each);
    }
    return this.send(action, fields);
  }
  async #got(response: Response): Promise<Got> {
    return { status: response.status, headers: response.headers, html: await response.text() };
  }
}
