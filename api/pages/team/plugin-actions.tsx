import { ANYONE_OF } from '#api/http/routes';
import { STOPS_AT } from '#domain/plugin/plugin-release';
import type { Backend } from '../backend.ts';
import type { Sent } from '../forms.ts';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm } from '../parts/show.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { once } from './once.ts';
import { PLUGIN_AT, RELEASE, RELEASE_AT, type Release, releaseAt } from './plugin-head.tsx';

const PUBLISH = 'plugins/igny8-seo/releases/{version}/publish/';
const ROLL_OUT = 'plugins/igny8-seo/releases/{version}/roll-out/';
const STOP = 'plugins/igny8-seo/releases/{version}/stop/';
const WITHDRAW = 'plugins/igny8-seo/releases/{version}/withdraw/';

type Given = { readonly path: { readonly version: string }; readonly idempotencyKey: string };
type Typed = { readonly share: number; readonly reason: string };
type Action = {
  readonly name: string;
  readonly path: typeof PUBLISH | typeof ROLL_OUT | typeof STOP | typeof WITHDRAW;
  readonly title: (version: string) => string;
  readonly says: (release: Release) => string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly act: (backend: Backend, given: Given, typed: Typed) => Promise<unknown>;
  readonly done: (version: string) => string;
};

const STOPS = `It stops by itself at ${STOPS_AT.sites} sites with errors, or ${STOPS_AT.errors} errors of ${STOPS_AT.errorsFromSites} sites or more.`;

/** Each says in words what it will do, and does just that. */
const ACTIONS: readonly Action[] = [
  {
    name: 'pluginPublish',
    path: PUBLISH,
    title: (version) => `Publish ${version}`,
    says: ({ version, warnings }) =>
      `Sites that can run ${version} are offered it from then on: all of them at 100, or that share of them. ${STOPS} Its checklist has ${warnings} warnings. What was published under a version is that version’s for good.`,
    submit: 'Publish it',
    act: (backend, given, { share }) => backend.post(PUBLISH, { ...given, body: { share } }),
    done: (version) => `${version} is published.`,
  },
  {
    name: 'pluginRollOut',
    path: ROLL_OUT,
    title: (version) => `Roll-out of ${version}`,
    says: ({ share, version }) =>
      `${version} is offered to ${share ?? 0} % of sites. A larger share contains the smaller one; a smaller one takes nothing from sites that have it. ${STOPS}`,
    submit: 'Set the share',
    act: (backend, given, body) => backend.post(ROLL_OUT, { ...given, body }),
    done: (version) => `The share of ${version} is set.`,
  },
  {
    name: 'pluginStop',
    path: STOP,
    title: (version) => `Stop ${version}`,
    says: ({ version }) =>
      `${version} is offered to nobody from then on. Sites that have it keep it. The roll-out can be taken up again.`,
    submit: 'Stop it',
    danger: true,
    act: (backend, given, { reason }) => backend.post(STOP, { ...given, body: { reason } }),
    done: (version) => `${version} is offered to nobody.`,
  },
  {
    name: 'pluginWithdraw',
    path: WITHDRAW,
    title: (version) => `Withdraw ${version}`,
    says: ({ version }) =>
      `${version} is never offered again, its ZIP is no longer given out, and sites that have it are offered the newest good release, also where that is older. This cannot be undone; the next release needs another version.`,
    submit: 'Withdraw it',
    danger: true,
    act: (backend, given, { reason }) => backend.post(WITHDRAW, { ...given, body: { reason } }),
    done: (version) => `${version} is withdrawn.`,
  },
];

function actionPage({ name, path, title, says, submit, danger = false, act, done }: Action): Page {
  const what = path.split('/').at(-2) ?? '';
  return definePage({
    name,
    path: `${RELEASE_AT}${what}/`,
    roles: ANYONE_OF.admin,
    summary: `A release of the plugin: ${what}`,
    flagged: false,
    async show(visit) {
      const version = visit.search.get('version');
      if (version === null) return { to: PLUGIN_AT };
      const { data, etag } = await visit.backend.get(RELEASE, { path: { version } });
      const form = visit.form('act');
      const back = { href: releaseAt(version), label: 'Leave it as it is' };
      const shareNow = [String(data.share ?? 100)];
      return {
        title: title(version),
        crumbs: [
          { label: 'Plugin', href: PLUGIN_AT },
          { label: version, href: releaseAt(version) },
        ],
        body: (
          <Confirm says={says(data)}>
            <Form of={form} say={visit.say} submit={submit} danger={danger} etag={etag} back={back}>
              {fieldsOf(visit.schema('post', path)).map((field) => (
                <Field
                  form={form}
                  field={field}
                  say={visit.say}
                  label={field.name === '/share' ? 'Share of sites, in percent' : 'Reason'}
                  value={field.name === '/share' ? shareNow : []}
                />
              ))}
            </Form>
          </Confirm>
        ),
      };
    },
    forms: {
      async act(visit: Visit, sent: Sent) {
        const version = visit.search.get('version') ?? '';
        const typed = { share: Number(sent.text('/share')), reason: sent.text('/reason') };
        await act(visit.backend, { path: { version }, ...once(sent) }, typed);
        return { to: releaseAt(version), notice: done(version) };
      },
    },
  });
}

export const pluginActions: readonly Page[] = ACTIONS.map(actionPage);
