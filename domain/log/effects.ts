import { effectFamily, effectKind, type Nothing } from '#domain/kernel/effect-kind';
import type { PersonalKey } from './personal-data.ts';
import type { TreeHead } from './tree-head.ts';

/** Deletes the keys that an erasure named. */
export const erasePersonalData = effectKind('erase_personal_data')<
  { readonly keys: readonly PersonalKey[] },
  Nothing
>();
/** Gives a head to one of those who keep heads. */
export const publishHead = effectFamily('publish_head')<TreeHead & { readonly log_id: string }, Nothing>();
