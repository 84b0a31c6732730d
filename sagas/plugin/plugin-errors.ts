import type { FactOf } from '#domain/platform/fact-messages';
import { notePluginErrors } from '#domain/plugin/effects';
import { ask, saga } from '#runtime/typed-saga';

type Types = {
  /** How often the version was reported of. */
  state: { readonly told: number };
  starts: FactOf<'PluginErrorsReported'>;
  listens: never;
  own: never;
  timers: Record<never, never>;
};

/** What sites report of a version is counted on that version, each report once. One instance a version. */
export const pluginErrors = saga<Types>()({
  name: 'plugin-errors',
  asks: [notePluginErrors],
  timers: {},
  starts: { PluginErrorsReported: ({ version }) => ({ instance: version, keys: [] }) },
  listens: {},
  initial: { told: 0 },
  evolve: (state, entry) => (entry.kind === 'heard' ? { told: state.told + 1 } : state),
  on: {
    PluginErrorsReported: ({ told }, { data: { version, sites, errors } }) => [
      ask(notePluginErrors, {
        name: `note-${told}`,
        key: `plugin-errors-${version}-${told}`,
        payload: { version, sites, errors },
      }),
    ],
  },
  fired: {},
});
