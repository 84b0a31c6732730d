import type { Child, FC } from 'hono/jsx';
import { notFound } from '#api/http/problem';
import type { Schemas } from '#client/types';
import { accountNames, domainsOf } from '../names.ts';
import type { Content, Crumb, Visit } from '../page.ts';
import { Live } from '../parts/live.tsx';
import { Amount, Badge, Facts, Progress, Tabs } from '../parts/show.tsx';
import { AT } from '../where.ts';

export type Subscription = Schemas['ManagedSubscription'];
export type Service = {
  readonly subscription: Subscription;
  readonly etag: string | null;
  readonly domain: string;
  readonly client: string;
};

export const tierName = (tier: 'lite' | 'pro'): string => (tier === 'pro' ? 'Managed Pro' : 'Managed Lite');

/** The managed service that the address names, with what people call it; there is no such page where it is not theirs to see. */
export async function serviceOf({ backend, id }: Visit): Promise<Service> {
  const found = await backend.find('services/subscriptions/{id}/', { path: { id } });
  if (found === null) throw notFound('page');
  const subscription = found.data;
  const [domains, names] = await Promise.all([
    domainsOf(backend, [subscription.site_id]),
    accountNames(backend, [subscription.account_id]),
  ]);
  return {
    subscription,
    etag: found.etag,
    domain: domains(subscription.site_id),
    client: names(subscription.account_id),
  };
}

export const crumbsOf = ({ subscription, client, domain }: Service, below = false): readonly Crumb[] => [
  { label: 'Clients', href: AT.clients },
  { label: client, href: AT.client(subscription.account_id) },
  ...(below ? [{ label: domain, href: AT.service(subscription.id) }] : []),
];

const TABS = [
  ['', 'Overview'],
  ['config/', 'Config'],
  ['content/', 'Content'],
  ['backlinks/', 'Backlinks'],
  ['ahrefs/', 'Ahrefs'],
  ['reports/', 'Reports'],
  ['billing/', 'Billing'],
  ['conversation/', 'Conversation'],
  ['timeline/', 'Timeline'],
] as const;

/** A tab of a service under the head that all of them have. */
export function serviceTab(visit: Visit, service: Service, tab: (typeof TABS)[number][0], body: Child): Content {
  const { id, status } = service.subscription;
  const base = AT.service(id);
  return {
    title: service.domain,
    crumbs: crumbsOf(service),
    actions:
      status === 'cancelled' ? undefined : (
        <>
          <a class="button" href={`${base}terms/`}>
            Tier and price
          </a>
          {visit.role === 'admin' && (
            <a class="button" href={`${base}manager/`}>
              Account manager
            </a>
          )}
          {status === 'active' && (
            <a class="button" href={`${base}pause/`}>
              Pause
            </a>
          )}
          {status === 'paused' && (
            <a class="button main" href={`${base}resume/`}>
              Resume
            </a>
          )}
          <a class="button danger" href={`${base}cancel/`}>
            Cancel service
          </a>
        </>
      ),
    body: (
      <div>
        <Head visit={visit} service={service} />
        <Tabs
          tabs={TABS.map(([path, label]) => ({ href: base + path, label }))}
          at={base + tab}
          label="Parts of the service"
        />
        {body}
      </div>
    ),
  };
}

const Head: FC<{ readonly visit: Visit; readonly service: Service }> = ({
  visit,
  service: { subscription, client },
}) => {
  const { status, tier, monthly_price, current_month_articles_published: published } = subscription;
  const { article_target: target, next_billing_date, behind } = subscription;
  const running = status === 'active' || status === 'paused';
  return (
    <Live of={visit.live} id="head" as="section" class="card service-head">
      <Facts
        facts={[
          ['Client', <a href={AT.client(subscription.account_id)}>{client}</a>],
          ['Service', tierName(tier)],
          ['Status', <Badge status={status} />],
          [
            'This month',
            running && target > 0 ? (
              <Progress
                value={published}
                of={target}
                label="Articles published of those that are due this month"
                text={`${published} of ${target} articles`}
                behind={behind.content}
              />
            ) : (
              <span class="quiet">nothing due</span>
            ),
          ],
          ['Health', <Health subscription={subscription} visit={visit} />],
          [
            'Monthly price',
            <Amount visit={visit} value={monthly_price} explain={`${AT.service(subscription.id)}#invoice`} />,
          ],
          ['Next bill', next_billing_date === null ? '—' : visit.formats.day(dayText(next_billing_date))],
        ]}
      />
    </Live>
  );
};

type DayText = Parameters<Visit['formats']['day']>[0];
/** A day of the API, as formats take it. */
export const dayText = (text: string): DayText => text.slice(0, 10) as DayText;

const Health: FC<{ readonly subscription: Subscription; readonly visit: Visit }> = ({ subscription, visit }) => {
  const { status, behind, onboarding, paused_reason: reason } = subscription;
  if (status === 'cancelled') return <Badge status="ended" tone="plain" />;
  if (status === 'paused') return <Badge status="paused" label={`paused: ${reason ?? 'no reason'}`} />;
  if (onboarding.status === 'blocked') return <Badge status="blocked" label="onboarding blocked" />;
  if (status === 'pending') return <Badge status="pending" label="onboarding" />;
  if (!behind.content) return <Badge status="good" tone="good" label="content on track" />;
  const since = behind.since === null ? '' : ` since ${visit.formats.shortDay(dayText(behind.since))}`;
  return <Badge status="behind" label={`behind on content${since}`} />;
};
