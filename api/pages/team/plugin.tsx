import { ANYONE_OF } from '#api/http/routes';
import { LARGEST_UPLOAD } from '#api/plugin/plugin-release';
import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Page, type Visit } from '../page.ts';
import { idOf } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card, Tabs } from '../parts/show.tsx';
import { pluginActions } from './plugin-actions.tsx';
import { found, kilobytes, PLUGIN_AT, PLUGIN_TABS, RELEASES, ReleaseBadge, releaseAt } from './plugin-head.tsx';
import { pluginNumbersPage } from './plugin-numbers.tsx';
import { pluginReleasePage } from './plugin-release.tsx';
import { dayText } from './service-head.tsx';

type Row = Schemas['PluginReleaseListed'];

function releases({ backend, formats, role }: Visit): ListSpec<Row> {
  const on = (at: string | null) => (at === null ? '' : formats.shortDay(dayText(at)));
  return {
    name: 'plugin-releases',
    caption: 'Releases of the plugin',
    ordering: 'version',
    filters: [
      {
        name: 'status',
        label: 'Status',
        choices: [
          ['checked', 'Checked'],
          ['published', 'Published'],
          ['withdrawn', 'Withdrawn'],
        ],
      },
    ],
    columns: [
      {
        key: 'version',
        label: 'Version',
        value: ({ version }) => version,
        cell: ({ version }) => <a href={releaseAt(version)}>{version}</a>,
      },
      {
        key: 'status',
        label: 'Status',
        value: ({ status }) => status,
        cell: ({ status, share, stopped_by: stopped }) => (
          <ReleaseBadge status={status} share={share} stopped={stopped} />
        ),
      },
      {
        key: 'checklist',
        label: 'Checklist',
        value: ({ errors, warnings }) => found(errors, warnings),
        cell: ({ errors, warnings }) => <span class={errors > 0 ? 'down' : ''}>{found(errors, warnings)}</span>,
      },
      {
        key: 'share',
        label: 'Offered to',
        figure: true,
        value: ({ share }) => share,
        cell: ({ status, share }) => (status === 'published' ? `${share} %` : ''),
      },
      { key: 'size', label: 'Size', figure: true, value: ({ size }) => size, cell: ({ size }) => kilobytes(size) },
      {
        key: 'checked_at',
        label: 'Uploaded',
        figure: true,
        value: ({ checked_at }) => checked_at,
        cell: ({ checked_at }) => on(checked_at),
      },
      {
        key: 'published_at',
        label: 'Published',
        figure: true,
        value: ({ published_at }) => published_at,
        cell: ({ published_at }) => on(published_at),
      },
    ],
    fetch: (query) => backend.list(RELEASES, query),
    empty: {
      title: 'No release yet',
      text: 'A ZIP of the plugin is looked through as a reviewer of WordPress.org would, and told item by item.',
      ...(role === 'admin' ? { next: { href: `${PLUGIN_AT}upload/`, label: 'Upload a ZIP' } } : {}),
    },
  };
}

const pluginPage = definePage({
  name: 'plugin',
  path: PLUGIN_AT,
  roles: ANYONE_OF.staff,
  summary: 'Releases of the plugin, their checklists and roll-outs',
  nav: { at: 85, label: () => 'Plugin' },
  flagged: false,
  async show(visit) {
    return {
      title: 'Plugin',
      actions: visit.role === 'admin' && (
        <a class="button main" href={`${PLUGIN_AT}upload/`}>
          Upload a ZIP
        </a>
      ),
      body: (
        <div>
          <Tabs tabs={PLUGIN_TABS} at={PLUGIN_AT} label="The plugin" />
          {await listed(visit, releases(visit))}
        </div>
      ),
    };
  },
  csv: (visit) => listCsv(visit, releases(visit)),
});

const FILE = '/file';
const pluginUploadPage = definePage({
  name: 'pluginUpload',
  path: `${PLUGIN_AT}upload/`,
  roles: ANYONE_OF.admin,
  summary: 'Upload a ZIP of the plugin',
  flagged: false,
  patient: true,
  filesUpTo: LARGEST_UPLOAD,
  async show(visit) {
    const form = visit.form('upload');
    const id = idOf(form, FILE);
    const wrong = form.errors.get(FILE);
    return {
      title: 'Upload a release',
      crumbs: [{ label: 'Plugin', href: PLUGIN_AT }],
      body: (
        <Card>
          <p class="quiet">
            The ZIP has the folder igny8-seo, and beside it assets with banners, icons and screenshots. Its version is
            read from the plugin’s header. Nothing is published by uploading it.
          </p>
          <Form of={form} say={visit.say} submit="Look it through" files back={{ href: PLUGIN_AT, label: 'Back' }}>
            <div class="field">
              <label for={id}>ZIP of the plugin</label>
              <input
                type="file"
                id={id}
                name={FILE}
                accept=".zip"
                aria-describedby={wrong === undefined ? `${id}-hint` : `${id}-hint ${id}-wrong`}
                aria-invalid={wrong === undefined ? undefined : 'true'}
              />
              <span class="hint" id={`${id}-hint`}>
                At most 20 MB.
              </span>
              {wrong !== undefined && (
                <span class="wrong" id={`${id}-wrong`}>
                  {wrong}
                </span>
              )}
            </div>
          </Form>
        </Card>
      ),
    };
  },
  forms: {
    async upload({ backend }, sent) {
      const [file] = sent.files(FILE);
      const body = new Blob(file === undefined ? [] : [await file.arrayBuffer()], { type: 'application/zip' });
      const { data } = await backend.post(RELEASES, { body, idempotencyKey: sent.key });
      return { to: releaseAt(data.version), notice: `${data.version}: ${found(data.errors, data.warnings)}.` };
    },
  },
});

export const pluginPages: readonly Page[] = [
  pluginPage,
  pluginUploadPage,
  pluginReleasePage,
  pluginNumbersPage,
  ...pluginActions,
];
