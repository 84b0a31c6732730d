import { effectKind } from '#domain/kernel/effect-kind';

/** What sites reported of a version is counted on it; `noted` is false where nobody published that version. */
export const notePluginErrors = effectKind('note_plugin_errors')<
  { readonly version: string; readonly sites: number; readonly errors: number },
  { readonly noted: boolean }
>();
