import { requestClientLogo } from '#domain/reports/white-label-effects';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription-messages';
import { ask, saga } from '#runtime/typed-saga';

type Configured = Extract<ManagedSubscriptionEvent, { type: 'ManagedSubscriptionCreated' | 'ServiceConfigChanged' }>;
type Types = { state: null; starts: Configured; listens: Configured; own: never; timers: Record<never, never> };

/** What a config names; configs from before there were logos of clients name none. */
const logoIn = ({ service_config: { reporting } }: Configured['data']): string | null =>
  reporting.client_logo_url ?? null;
const keyOf = ({ subscription_id }: Configured['data']) => `client-logo:${subscription_id}`;
const begins = (data: Configured['data']) =>
  logoIn(data) === null ? null : { instance: String(data.subscription_id), keys: [keyOf(data)] };
const asked = (_: null, { id, data }: { readonly id: string; readonly data: Configured['data'] }) => {
  const url = logoIn(data);
  const { subscription_id } = data;
  if (url === null) return [];
  const key = `client-logo-${subscription_id}-${id}`;
  return [ask(requestClientLogo, { name: `request/${id}`, key, payload: { subscription_id, url } })];
};

/** A client's own logo is fetched as soon as a config names it. One instance a subscription that names one. */
export const clientLogo = saga<Types>()({
  name: 'client-logo',
  asks: [requestClientLogo],
  timers: {},
  starts: { ManagedSubscriptionCreated: begins, ServiceConfigChanged: begins },
  listens: { ManagedSubscriptionCreated: keyOf, ServiceConfigChanged: keyOf },
  initial: null,
  evolve: (state) => state,
  on: { ManagedSubscriptionCreated: asked, ServiceConfigChanged: asked },
  fired: {},
});
