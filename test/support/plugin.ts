import { append, change, FUNCTIONS, README, release, type Tree, zipOf } from '../plugin/fixtures.ts';
import { ADMIN, type Answer, type Client } from './api.ts';
import { must } from './backlinks.ts';

export const PLUGIN = 'plugins/igny8-seo/';

/** Sends an archive of those files as a release. */
export async function uploadPlugin(api: Pick<Client, 'url'>, tree: Tree): Promise<Answer> {
  const response = await fetch(`${api.url}/api/v1/${PLUGIN}releases/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/zip' },
    body: new Uint8Array(zipOf(tree)),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/**
 * Releases of every sort: 1.0.0 withdrawn, 1.1.0 out for everybody, 1.2.0 for a fifth of sites, 1.3.0 with findings; and what
 * wordpress.org tells of some weeks.
 */
export async function withPlugin<W extends Client>(world: W): Promise<W> {
  const upload = async (tree: Tree) => must(Promise.resolve(await uploadPlugin(world, tree)), 201);
  for (const [version, share] of [
    ['1.0.0', 100],
    ['1.1.0', 100],
    ['1.2.0', 20],
  ] as const) {
    await upload(release(version));
    await must(world.post(`${PLUGIN}releases/${version}/publish/`, { share }));
  }
  await must(world.post(`${PLUGIN}releases/1.0.0/withdraw/`, { reason: 'breaks menus' }));
  const { tree } = append(
    release('1.3.0'),
    FUNCTIONS,
    "eval( $x );\necho $_GET['tab'];\nwp_remote_get( 'https://igny8.example/ping/' );\n",
  );
  await upload(change(tree, README, 'Tags: seo, content, publishing', 'Tags: a, b, c, d, e, f'));
  await must(world.post('ops/jobs/sync_wporg_stats/run/'));
  return world;
}
