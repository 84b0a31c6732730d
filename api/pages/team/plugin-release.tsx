import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import { CHECKLIST } from '#domain/plugin/checklist';
import { definePage, type Visit } from '../page.ts';
import { Badge, Card, Facts, Notice } from '../parts/show.tsx';
import {
  counted,
  found,
  kilobytes,
  PLUGIN_AT,
  RELEASE,
  RELEASE_AT,
  type Release,
  ReleaseBadge,
  releaseAt,
} from './plugin-head.tsx';

/** One release: what was found in it, whom it is offered to, and what proves that it is ours. */
export const pluginReleasePage = definePage({
  name: 'pluginRelease',
  path: RELEASE_AT,
  roles: ANYONE_OF.staff,
  summary: 'A release of the plugin: checklist, roll-out, signature',
  flagged: false,
  async show(visit) {
    const version = visit.search.get('version');
    if (version === null) return { to: PLUGIN_AT };
    const { data: release } = await visit.backend.get(RELEASE, { path: { version } });
    return {
      title: `${release.name} ${release.version}`,
      crumbs: [{ label: 'Plugin', href: PLUGIN_AT }],
      actions: visit.role === 'admin' && <Actions release={release} />,
      body: (
        <div class="stack">
          <Standing release={release} />
          <div class="columns">
            <Card title="The release">
              <Facts facts={factsOf(visit, release)} />
            </Card>
            <Card title="Signature">
              <p class="quiet small">
                Ed25519 by the key of the log, over the text below. SHA-256 and signature stand in the log as well, and
                in what sites are told.
              </p>
              <Facts
                facts={[
                  ['SHA-256', <code class="wrap">{release.sha256}</code>],
                  ['Signature', <code class="wrap">{release.signature}</code>],
                  ['Key', <code>{release.key_id}</code>],
                ]}
              />
              <pre class="wrap lines">{release.signed_text}</pre>
            </Card>
          </div>
          <Card title={`Checklist: ${found(release.errors, release.warnings)}`} id="checklist">
            <ul class="items">
              {inOrder(release.checklist).map((item) => (
                <Item item={item} />
              ))}
            </ul>
          </Card>
        </div>
      ),
    };
  },
});

type ItemOf = Release['checklist'][number];
const RANK = { error: 0, warning: 1, ok: 2 } as const;
/** What is to be done first comes first. */
const inOrder = (items: Release['checklist']): readonly ItemOf[] =>
  [...items].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
const TONES = { error: 'bad', warning: 'warn', ok: 'good' } as const;

const Item: FC<{ readonly item: ItemOf }> = ({ item: { item, severity, findings } }) => (
  <li>
    <div>
      {CHECKLIST[item]}
      {findings.length > 0 && (
        <ul class="findings">
          {findings.map(({ file, line, message }) => (
            <li>
              <code class="wrap">{line === undefined ? file : `${file}:${line}`}</code>
              <span class="sub">{message}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
    <Badge status={severity} tone={TONES[severity]} />
  </li>
);

const Standing: FC<{ readonly release: Release }> = ({ release }) => {
  const { status, share, stopped, errors, withdrawn_reason: reason } = release;
  if (status === 'withdrawn')
    return (
      <Notice tone="bad">{`Withdrawn: ${reason ?? ''}. Sites that have it are offered the newest good release.`}</Notice>
    );
  if (status === 'checked')
    return errors > 0 ? (
      <Notice tone="bad">{`It cannot be published: ${counted(errors, 'error')} in its checklist. Upload the version anew once they are mended.`}</Notice>
    ) : (
      <Notice tone="plain">It can be published, for every site or for a share of them first.</Notice>
    );
  if (stopped !== null)
    return (
      <Notice tone="bad">
        {`Offered to nobody: stopped ${stopped.by === 'errors' ? 'by errors' : 'by hand'}, ${stopped.reason}. Sites that have it keep it.`}
      </Notice>
    );
  return share === 100 ? null : (
    <Notice tone="plain">{`Offered to ${share} % of sites, the same ones every day.`}</Notice>
  );
};

function factsOf({ moment }: Visit, release: Release) {
  const { status, share, stopped, reported } = release;
  return [
    ['Status', <ReleaseBadge status={status} share={share} stopped={stopped?.by ?? null} />],
    ['Uploaded', moment(release.checked_at)],
    ['Published', release.published_at === null ? '–' : moment(release.published_at)],
    ...(release.withdrawn_at === null ? [] : [['Withdrawn', moment(release.withdrawn_at)] as const]),
    ['Needs WordPress', release.requires ?? '–'],
    ['Tested up to', release.tested ?? '–'],
    ['Needs PHP', release.requires_php ?? '–'],
    ['Package', kilobytes(release.size)],
    [
      'Reported since the share was set',
      reported === null ? '–' : `${counted(reported.errors, 'error')} of ${counted(reported.sites, 'site')}`,
    ],
    ['Pictures', counted(release.assets.length, 'picture')],
  ] as const;
}

const Actions: FC<{ readonly release: Release }> = ({ release: { version, status, errors, stopped } }) => (
  <>
    {status === 'checked' && errors === 0 && (
      <a class="button main" href={releaseAt(version, 'publish/')}>
        Publish
      </a>
    )}
    {status === 'published' && (
      <>
        <a class="button" href={releaseAt(version, 'roll-out/')}>
          Roll-out
        </a>
        {stopped === null && (
          <a class="button" href={releaseAt(version, 'stop/')}>
            Stop
          </a>
        )}
        <a class="button danger" href={releaseAt(version, 'withdraw/')}>
          Withdraw
        </a>
      </>
    )}
  </>
);
