/** Where the pages of things are, by the addresses that the API gives them: said once, also for pages that follow. */
const PLACES: readonly (readonly [api: RegExp, page: string])[] = [
  [/^\/api\/v1\/services\/subscriptions\/(\d+)\//, '/app/services/$1/'],
  [/^\/api\/v1\/services\/backlink-orders\/(\d+)\//, '/app/orders/$1/'],
  [/^\/api\/v1\/services\/reports\/(\d+)\//, '/app/reports/$1/'],
  [/^\/api\/v1\/billing\/invoices\/(\d+)\//, '/app/invoices/$1/'],
  [/^\/api\/v1\/audit\/disputes\/(\d+)\//, '/app/disputes/$1/'],
  [/^\/api\/v1\/linker\/indexing\/requests\/(\d+)\//, '/app/indexing/$1/'],
  [/^\/api\/v1\/linker\/backlinks\/(\d+)\//, '/app/backlinks/$1/'],
  [/^\/api\/v1\/ops\/effects\//, '/app/operations/'],
];

/** The page about what has that address in the API; null where there is none. */
export function pageFor(href: string): string | null {
  const place = PLACES.find(([api]) => api.test(href));
  return place ? href.replace(/\?.*$/, '').replace(new RegExp(`${place[0].source}.*`), place[1]) : null;
}

export const AT = {
  services: '/app/services/',
  tiers: '/app/services/tiers/',
  service: (id: number) => `/app/services/${id}/`,
  clients: '/app/clients/',
  client: (account: number) => `/app/clients/${account}/`,
  margin: '/app/margin/',
  billing: (account: number) => `/app/clients/${account}/billing/`,
  invoices: '/app/invoices/',
  pastDue: '/app/invoices/?status=past_due',
  invoice: (id: number) => `/app/invoices/${id}/`,
  explanation: (invoice: number) => `/app/invoices/${invoice}/explanation/`,
  disputes: '/app/disputes/',
  dispute: (id: number) => `/app/disputes/${id}/`,
  overview: '/app/overview/',
  language: '/app/language/',
  members: '/app/members/',
  member: (id: number) => `/app/members/${id}/`,
  branding: '/app/branding/',
  brand: (id: number) => `/app/branding/${id}/`,
  templates: '/app/templates/',
  template: (id: number) => `/app/templates/${id}/`,
  subscription: (id: number) => `/app/subscriptions/${id}/`,
  approvals: '/app/approvals/',
  approval: (kind: string, id: number) => `/app/approvals/${kind}/${id}/`,
  orders: '/app/orders/',
  blocked: '/app/blocked-domains/',
  billingDetails: '/app/billing-details/',
  order: (id: number) => `/app/orders/${id}/`,
  brief: (order: number) => `/app/orders/${order}/brief/`,
  reports: '/app/reports/',
  report: (id: number) => `/app/reports/${id}/`,
} as const;

/** What only a sandbox has. */
export const SANDBOX_AT = {
  clock: '/app/sandbox/clock/',
  mail: '/app/sandbox/mail/',
  web: '/app/sandbox/web/',
} as const;
/** How far its clock goes at a time. */
export const CLOCK_STEPS = ['1m', '1h', '1d', '7d', '30d'] as const;
