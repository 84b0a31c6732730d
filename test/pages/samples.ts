/**
 * For every page whose address names something: one that is account 1's, and one that is account 2's. Whoever adds such a page adds a
 * line here; the matrix asks for it. See `houses` for what there is.
 */
export const SAMPLES: Readonly<Record<string, { readonly own: string; readonly foreign: string }>> = {
  '/app/approvals/{kind}/{id}/': {
    own: '/app/approvals/blueprint/11/',
    foreign: '/app/approvals/blueprint/22/',
  },
  '/app/clients/{id}/': { own: '/app/clients/1/', foreign: '/app/clients/2/' },
  '/app/clients/{id}/billing/methods/{method_id}/': {
    own: '/app/clients/1/billing/methods/1/',
    foreign: '/app/clients/2/billing/methods/2/',
  },
  '/app/operations/announcements/{id}/': {
    own: '/app/operations/announcements/1/',
    foreign: '/app/operations/announcements/2/',
  },
  '/app/invoices/{id}/': { own: '/app/invoices/1/', foreign: '/app/invoices/2/' },
  '/app/disputes/{id}/': { own: '/app/disputes/1/', foreign: '/app/disputes/2/' },
  '/app/subscriptions/{id}/': { own: '/app/subscriptions/1/', foreign: '/app/subscriptions/2/' },
  '/app/members/{id}/': { own: '/app/members/1/', foreign: '/app/members/2/' },
  '/app/branding/{id}/': { own: '/app/branding/1/', foreign: '/app/branding/2/' },
  '/app/templates/{id}/': { own: '/app/templates/1/', foreign: '/app/templates/2/' },
  '/app/backlinks/{id}/': { own: '/app/backlinks/1/', foreign: '/app/backlinks/2/' },
  '/app/indexing/{id}/': { own: '/app/indexing/1/', foreign: '/app/indexing/2/' },
  '/app/orders/{id}/': { own: '/app/orders/1/', foreign: '/app/orders/2/' },
  '/app/reports/{id}/': { own: '/app/reports/1/', foreign: '/app/reports/2/' },
  '/app/services/{id}/': { own: '/app/services/1/', foreign: '/app/services/2/' },
};

/** Of one thing: the page itself, its tabs and what can be done with it have the sample of the longest address that they begin with. */
export function sampleOf(path: string, which: 'own' | 'foreign'): string {
  if (!path.includes('{')) return path;
  const [base] = Object.keys(SAMPLES)
    .filter((each) => path.startsWith(each))
    .sort((a, b) => b.length - a.length);
  if (base === undefined) throw new Error(`add a line for ${path} to test/pages/samples.ts`);
  return path.replace(base, SAMPLES[base]?.[which] ?? '');
}
