/**
 * For every page whose address names something: one that is account 1's, and one that is account 2's. Whoever adds such a page adds a
 * line here; the matrix asks for it. See `houses` for what there is.
 */
export const SAMPLES: Readonly<Record<string, { readonly own: string; readonly foreign: string }>> = {
  '/app/clients/{id}/': { own: '/app/clients/1/', foreign: '/app/clients/2/' },
  '/app/backlinks/{id}/': { own: '/app/backlinks/1/', foreign: '/app/backlinks/2/' },
  '/app/indexing/{id}/': { own: '/app/indexing/1/', foreign: '/app/indexing/2/' },
  '/app/orders/{id}/': { own: '/app/orders/1/', foreign: '/app/orders/2/' },
  '/app/reports/{id}/': { own: '/app/reports/1/', foreign: '/app/reports/2/' },
  '/app/services/{id}/': { own: '/app/services/1/', foreign: '/app/services/2/' },
};
