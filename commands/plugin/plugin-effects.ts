import { notePluginErrors } from '#domain/plugin/effects';
import { done, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import { isVersion, type PluginReleaseCommands } from './plugin-release.ts';

/** How what is asked of releases is carried out. What is said of a version that nobody published is heard, and nothing follows. */
export const pluginEffects = (releases: Pick<PluginReleaseCommands, 'run'>): Handlers =>
  handlersOf([notePluginErrors], {
    note_plugin_errors: internally(async ({ payload: { version, sites, errors }, cause }) => {
      if (!isVersion(version)) return done({ noted: false });
      const noted = await releases.run(version, { type: 'NoteErrors', sites, errors }, cause);
      return done({ noted: noted.ok });
    }),
  });
