import { PLUGIN_SLUG } from '#domain/plugin/plugin-release-messages';

/** The plugin's folder, its main file in it, and the directory's pictures beside it. */
export const FOLDER = `${PLUGIN_SLUG}/`;
export const MAIN_FILE = `${PLUGIN_SLUG}.php`;
export const ASSETS = 'assets/';
export const TEXT_DOMAIN = 'igny8';
