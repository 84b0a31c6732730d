import type { Child } from 'hono/jsx';
import type { Content } from '../page.ts';
import { Tabs } from '../parts/show.tsx';

export const OPS_AT = '/app/operations/';
const TABS = [
  ['', 'Effects'],
  ['read-models/', 'Read models'],
  ['jobs/', 'Jobs'],
  ['facts/', 'Facts without owner'],
  ['webhooks/', 'Webhooks'],
  ['flags/', 'Flags'],
  ['launch/', 'Launch'],
  ['announcements/', 'Announcements'],
] as const;

/** A tab of operations under the head that all of them have. */
export const opsTab = (tab: (typeof TABS)[number][0], body: Child): Content => ({
  title: 'Operations',
  body: (
    <div>
      <Tabs
        tabs={TABS.map(([path, label]) => ({ href: OPS_AT + path, label }))}
        at={OPS_AT + tab}
        label="Parts of operations"
      />
      {body}
    </div>
  ),
});
export const opsCrumb = { label: 'Operations', href: OPS_AT } as const;
