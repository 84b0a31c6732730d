/**
 * A plugin in which nothing is to be found. It does what plugins do: settings, AJAX, a shortcode, a REST route, a connection that is
 * asked for, templates; so that each rule sees what it must let pass.
 */

const MAIN = `<?php
/**
 * Plugin Name:       IGNY8 SEO
 * Plugin URI:        https://igny8.example/plugin/
 * Description:       Publishes what IGNY8 writes.
 * Version:           1.2.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            Alorig
 * Author URI:        https://alorig.example/
 * License:           GPL-2.0-or-later
 * Text Domain:       igny8
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

define( 'IGNY8_VERSION', '1.2.0' );
define( 'IGNY8_DIR', plugin_dir_path( __FILE__ ) );

require_once IGNY8_DIR . 'includes/class-igny8-settings.php';
require_once IGNY8_DIR . 'includes/class-igny8-connection.php';
require_once IGNY8_DIR . 'includes/functions.php';

add_action( 'plugins_loaded', array( 'Igny8_Settings', 'init' ) );
add_action( 'igny8_daily', 'igny8_send_heartbeat' );
`;

const SETTINGS = `<?php
namespace Igny8;

use WP_Error;

defined( 'ABSPATH' ) || exit;

class Igny8_Settings {
	const SLUG = 'igny8';

	public static function init(): void {
		$self = new self();
		add_action( 'admin_menu', [ $self, 'menu' ] );
		add_action( 'admin_enqueue_scripts', array( $self, 'scripts' ) );
		add_action( 'wp_enqueue_scripts', array( $self, 'front' ) );
		add_action( 'wp_ajax_igny8_save', array( $self, 'save' ) );
		add_action( 'wp_ajax_igny8_connect', [ $self, 'connect' ] );
		add_action( 'admin_post_igny8_reset', array( __CLASS__, 'reset' ) );
		add_action( 'rest_api_init', function () {
			register_rest_route(
				'igny8/v1',
				'/state',
				array(
					'methods'             => 'GET',
					'callback'            => __NAMESPACE__ . '\\\\igny8_state',
					'permission_callback' => fn() => current_user_can( 'manage_options' ),
				)
			);
		} );
	}

	public function menu(): void {
		add_options_page(
			esc_html__( 'IGNY8', 'igny8' ),
			_x( 'IGNY8', 'menu', 'igny8' ),
			'manage_options',
			self::SLUG,
			array( $this, 'page' )
		);
	}

	public function scripts( string $hook ): void {
		if ( 'settings_page_' . self::SLUG !== $hook ) {
			return;
		}
		wp_enqueue_script( 'igny8-admin', plugins_url( 'assets/js/admin.min.js', IGNY8_FILE ), array(), IGNY8_VERSION, true );
		wp_localize_script( 'igny8-admin', 'igny8', array( 'nonce' => wp_create_nonce( 'igny8_save' ) ) );
	}

	public function front(): void {
		if ( is_singular() && has_shortcode( get_post()->post_content, 'igny8' ) ) {
			wp_enqueue_style( 'igny8', plugins_url( 'assets/css/front.min.css', IGNY8_FILE ), array(), IGNY8_VERSION );
		}
	}

	public function page(): void {
		if ( ! current_user_can( 'manage_options' ) ) {
			wp_die( esc_html__( 'You may not see this.', 'igny8' ) );
		}
		include IGNY8_DIR . 'templates/settings.php';
	}

	private function verify(): void {
		check_ajax_referer( 'igny8_save', 'nonce' );
		if ( ! current_user_can( 'manage_options' ) ) {
			wp_send_json_error( null, 403 );
		}
	}

	public function save(): void {
		$this->verify();
		$title  = isset( $_POST['title'] ) ? sanitize_text_field( wp_unslash( $_POST['title'] ) ) : '';
		$limit  = absint( $_POST['limit'] ?? 10 );
		$ids    = array_map( 'absint', (array) ( $_POST['ids'] ?? array() ) );
		$names  = map_deep( wp_unslash( $_POST['names'] ?? array() ), 'sanitize_text_field' );
		$active = ! empty( $_POST['active'] );
		update_option( 'igny8_settings', compact( 'title', 'limit', 'ids', 'names', 'active' ) );
		wp_send_json_success();
	}

	public function connect(): void {
		$this->verify();
		$answer = wp_remote_post( IGNY8_API, array( 'body' => wp_json_encode( array( 'site' => home_url() ) ) ) );
		is_wp_error( $answer ) ? wp_send_json_error() : wp_send_json_success();
	}

	public static function reset(): void {
		check_admin_referer( 'igny8_reset' );
		if ( ! current_user_can( 'manage_options' ) ) {
			wp_die( esc_html__( 'You may not do this.', 'igny8' ), '', 403 );
		}
		delete_option( 'igny8_settings' );
		wp_safe_redirect( admin_url( 'options-general.php?page=igny8' ) );
		exit;
	}
}
`;

const CONNECTION = `<?php
if ( ! defined( 'ABSPATH' ) ) exit;

final class Igny8_Connection {
	private ?string $key = null;

	private function consented(): bool {
		return (bool) get_option( 'igny8_consent', false );
	}

	public function fetch( string $path ) {
		if ( ! $this->consented() ) {
			return new WP_Error( 'igny8_no_consent' );
		}
		return $this->request( $path );
	}

	private function request( string $path ) {
		return wp_remote_get( esc_url_raw( IGNY8_API . $path ), array( 'timeout' => 10 ) );
	}

	public function template( string $name ): string {
		$path = IGNY8_DIR . 'templates/' . sanitize_file_name( $name );
		return (string) file_get_contents( $path );
	}

	public function body(): string {
		return (string) file_get_contents( 'php://input' );
	}

	public function visits(): void {
		$place = wp_hash( sanitize_text_field( wp_unslash( $_SERVER['REMOTE_ADDR'] ?? '' ) ) );
		set_transient( 'igny8_visit_' . $place, 1, DAY_IN_SECONDS );
	}
}
`;

const FUNCTIONS = `<?php
declare( strict_types=1 );

if ( ! defined( 'ABSPATH' ) ) {
	exit; // Nothing to see.
}

function igny8_state(): array {
	return array( 'version' => IGNY8_VERSION );
}

function igny8_send_heartbeat(): void {
	$settings = get_option( 'igny8_settings', array() );
	if ( empty( $settings['heartbeat'] ) ) {
		return;
	}
	wp_remote_post( IGNY8_API . 'heartbeat/', array( 'blocking' => false ) );
}

add_shortcode( 'igny8', 'igny8_shortcode' );
function igny8_shortcode( $atts ): string {
	$atts = shortcode_atts( array( 'count' => 3 ), $atts, 'igny8' );
	wp_enqueue_script( 'igny8-front', plugins_url( 'assets/js/front.js', IGNY8_FILE ), array(), IGNY8_VERSION, true );
	ob_start();
	/* translators: %d: number of articles */
	printf( esc_html( _n( '%d article', '%d articles', (int) $atts['count'], 'igny8' ) ), (int) $atts['count'] );
	echo '<ul class="', esc_attr( igny8_class() ), '">';
	foreach ( igny8_articles( absint( $atts['count'] ) ) as $index => $article ) {
		echo '<li>' . ( $index + 1 ) . ' <a href="' . esc_url( $article->url ) . '">' . esc_html( $article->title ) . '</a></li>';
	}
	echo wp_kses_post( apply_filters( 'igny8_after', '' ) ), implode( ', ', array_map( 'esc_html', igny8_tags() ) );
	print( '</ul>' );
	return (string) ob_get_clean();
}

function igny8_class(): string {
	return is_rtl() ? 'igny8 rtl' : 'igny8';
}
`;

const TEMPLATE = `<?php if ( ! defined( 'ABSPATH' ) ) exit; ?>
<div class="wrap">
	<h1><?php esc_html_e( 'IGNY8', 'igny8' ); ?></h1>
	<form method="post" action="options.php">
		<?php settings_fields( 'igny8' ); ?>
		<input type="text" name="igny8_title" value="<?= esc_attr( get_option( 'igny8_title' ) ) ?>" />
		<input type="checkbox" name="igny8_on" value="1" <?php checked( get_option( 'igny8_on' ) ); ?> />
		<?php submit_button(); ?>
	</form>
	<form method="get"><input type="search" name="s" /></form>
	<p><?php echo get_option( 'igny8_on' ) ? esc_html__( 'On', 'igny8' ) : esc_html__( 'Off', 'igny8' ); ?> <?= (int) get_option( 'igny8_count' ) ?></p>
</div>
`;

const UNINSTALL = `<?php
if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}
delete_option( 'igny8_settings' );
`;

const README = `=== IGNY8 SEO ===
Contributors: alorig
Tags: seo, content, publishing
Requires at least: 6.0
Tested up to: 6.6
Requires PHP: 7.4
Stable tag: 1.2.0
License: GPLv2 or later
License URI: https://www.gnu.org/licenses/gpl-2.0.html

Publishes what IGNY8 writes, where and when you have agreed to it.

== Description ==

**IGNY8** writes; this plugin *publishes*. See [the guide](https://igny8.example/guide/).

* Articles with their pictures
* Nothing is sent before you connect

== Installation ==

1. Upload the plugin.
2. Press Connect.

== Frequently Asked Questions ==

= Does it call home? =

Only once you have connected, see \`Settings\`.

== Screenshots ==

1. The settings
2. An article
3. The queue
4. The calendar
5. A cluster
6. The health of the site
7. Links
8. The connection

== Changelog ==

= 1.2.0 =
* Pictures of articles
= 1.1.0 =
* First release

== Upgrade Notice ==

= 1.2.0 =
Pictures come along.
`;

/** The same things done in the other ways in which plugins do them. */
const IDIOMS = `<?php
defined( 'ABSPATH' ) or die( 'No.' );

class Igny8_Idioms extends WP_Widget {
	private $key;
	private static $page = '';

	public function __construct() {
		$this->key = get_option( 'igny8_api_key', '' );
		self::$page = (string) add_menu_page( 'IGNY8', 'IGNY8', 'manage_options', 'igny8', array( $this, 'draw' ) );
		add_action( "admin_print_scripts-{$this->id}", array( $this, 'print_scripts' ) );
		add_action( 'admin_post_' . self::class, array( $this, 'handle' ) );
		add_action( 'wp_head', array( $this, 'schema' ) );
		add_action( 'init', function (): void {
			wp_register_script( 'igny8-block', plugins_url( 'assets/js/front.js', __FILE__ ), array(), IGNY8_VERSION, true );
			register_block_type( 'igny8/list', array( 'render_callback' => array( $this, 'block' ) ) );
		} );
	}

	public function print_scripts() {
		wp_enqueue_script( 'igny8-page', plugins_url( 'assets/js/admin.js', __FILE__ ), array(), IGNY8_VERSION, true );
	}

	public function block( $attributes ) {
		wp_enqueue_script( 'igny8-block' );
		return '<p>' . esc_html( $attributes['text'] ?? '' ) . '</p>';
	}

	public function draw() {
		wp_enqueue_style( 'igny8-front', plugins_url( 'assets/css/front.css', __FILE__ ), array(), IGNY8_VERSION );
		$tab = isset( $_GET['tab'] ) ? sanitize_key( wp_unslash( $_GET['tab'] ) ) : 'general';
		if ( isset( $_POST['igny8_save'] ) && wp_verify_nonce( sanitize_key( wp_unslash( $_POST['_wpnonce'] ?? '' ) ), 'igny8_save' ) ) {
			update_option( 'igny8_ids', array_map( function ( $id ) { return absint( $id ); }, (array) wp_unslash( $_POST['ids'] ?? array() ) ) );
			update_option( 'igny8_more', $this->sanitize_more( wp_unslash( $_POST['more'] ?? array() ) ) );
		}
		?>
		<form action="<?php echo esc_url( admin_url( 'admin-post.php?page=igny8&a=>b' ) ); ?>" class="a" method="post">
			<?php wp_nonce_field( 'igny8_save' ); ?>
			<select name="mode">
				<option value="a" <?php selected( get_option( 'igny8_mode' ), 'a' ); ?>><?php echo esc_html_x( 'A', 'mode', 'igny8' ); ?></option>
			</select>
			<?php
			foreach ( array( 'general', 'links' ) as $index => $each ) {
				printf(
					'<a class="%1$s" href="%2$s">%3$s</a>',
					$tab === $each ? 'active' : '',
					esc_url( add_query_arg( 'tab', $each ) ),
					esc_html( ucfirst( $each ) )
				);
				echo 0 === $index % 2 ? '<br />' : '', (int) $index, PHP_EOL;
			}
			?>
		</form>
		<?php
	}

	private function sanitize_more( $more ) {
		return array_map( 'sanitize_text_field', (array) $more );
	}

	public function handle() {
		$nonce = isset( $_REQUEST['token'] ) ? sanitize_text_field( wp_unslash( $_REQUEST['token'] ) ) : '';
		if ( ! wp_verify_nonce( $nonce, 'igny8_handle' ) || ! current_user_can( 'manage_options' ) ) {
			wp_die( esc_html__( 'Not allowed.', 'igny8' ), 403 );
		}
		if ( isset( $_SERVER['REQUEST_METHOD'] ) && 'POST' === $_SERVER['REQUEST_METHOD'] ) {
			switch ( $_POST['what'] ?? '' ) {
				case 'clear':
					delete_transient( 'igny8' );
					break;
			}
		}
		exit;
	}

	public function schema() {
		$data = array( '@context' => 'https://schema.org', 'name' => get_bloginfo( 'name' ) );
		echo '<script type="application/ld+json">' . wp_json_encode( $data ) . '</script>';
	}

	public function push( $body ) {
		if ( empty( $this->key ) ) {
			return false;
		}
		return wp_remote_post( 'https://api.igny8.example/v1/', array( 'body' => $body, 'headers' => array( 'X-Key' => $this->key ) ) );
	}

	public function self_test() {
		return wp_remote_get( rest_url( 'igny8/v1/state' ) );
	}

	public function widget( $args, $instance ) {
		echo $args['before_widget'];
		echo '<p class="' . esc_attr( $instance['class'] ?? 'igny8' ) . '">' . wp_kses( $instance['text'] ?? '', array( 'b' => array() ) ) . '</p>';
		echo $args['after_widget'];
	}

	public function read( $path ) {
		return file_exists( $path ) ? file_get_contents( $path ) : '';
	}
}
`;

const LICENSE = `                    GNU GENERAL PUBLIC LICENSE
                       Version 2, June 1991

 Copyright (C) 1989, 1991 Free Software Foundation, Inc.
`;

/** Files below the archive, by their name. */
export const CLEAN: Readonly<Record<string, string>> = {
  'igny8-seo/igny8-seo.php': MAIN,
  'igny8-seo/readme.txt': README,
  'igny8-seo/license.txt': LICENSE,
  'igny8-seo/uninstall.php': UNINSTALL,
  'igny8-seo/index.php': '<?php\n// Silence is golden.\n',
  'igny8-seo/includes/class-igny8-settings.php': SETTINGS,
  'igny8-seo/includes/class-igny8-connection.php': CONNECTION,
  'igny8-seo/includes/functions.php': FUNCTIONS,
  'igny8-seo/includes/class-igny8-idioms.php': IDIOMS,
  'igny8-seo/templates/settings.php': TEMPLATE,
  'igny8-seo/assets/js/admin.js': 'window.igny8 = {};\n',
  'igny8-seo/assets/js/admin.min.js': 'window.igny8={};',
  'igny8-seo/assets/js/front.js': 'document.body.classList.add( "igny8" );\n',
  'igny8-seo/assets/css/front.css': '.igny8 { color: inherit; }\n',
  'igny8-seo/assets/css/front.min.css': '.igny8{color:inherit}',
};
