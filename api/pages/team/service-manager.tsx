import { ANYONE_OF } from '#api/http/routes';
import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { MANAGER, managersOf } from './new-service.tsx';
import { once } from './once.ts';
import { crumbsOf, serviceOf } from './service-head.tsx';

/** Who looks after a service; whoever did, sees it no more. */
export const serviceManagerPage = definePage({
  name: 'serviceManager',
  path: '/app/services/{id}/manager/',
  roles: ANYONE_OF.admin,
  summary: 'Give a managed service to another account manager, or to none',
  async show(visit) {
    const { say, id } = visit;
    const [service, managers] = await Promise.all([serviceOf(visit), managersOf(visit)]);
    const now = service.subscription.account_manager_id;
    const form = visit.form('assign');
    const back = { href: AT.service(id), label: 'Leave it as it is' };
    return {
      title: `Account manager of ${service.domain}`,
      crumbs: crumbsOf(service, true),
      body: (
        <Confirm
          says={`${nameOf(managers, now)} looks after ${service.domain}. Whoever does from now on sees it with its orders, reports and conversations and is written to; whoever did sees them no more.`}
        >
          <Form of={form} say={say} submit="Change it" etag={service.etag} back={back}>
            <Field
              form={form}
              field={{ ...MANAGER, choices: Object.keys(managers) }}
              say={say}
              words={managers}
              value={now === null ? [] : [String(now)]}
              hint="Left empty, admins look after it."
            />
          </Form>
        </Confirm>
      ),
    };
  },
  forms: {
    async assign(visit, sent) {
      const { backend, id } = visit;
      const chosen = sent.text(MANAGER.name);
      await backend.patch('services/subscriptions/{id}/', {
        path: { id },
        body: { account_manager_id: chosen === '' ? null : Number(chosen) },
        ...once(sent),
      });
      const managers = await managersOf(visit);
      const name = nameOf(managers, chosen === '' ? null : Number(chosen));
      return { to: AT.service(id), notice: `${name} looks after it from now on.` };
    },
  },
});

const nameOf = (managers: Readonly<Record<string, string>>, id: number | null): string =>
  id === null ? 'Nobody in particular' : (managers[String(id)] ?? `User ${id}`);
