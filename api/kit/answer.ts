import { Problem, type ProblemCode } from './problem.ts';

/** A refusal of a command, as any aggregate may word it. */
type AnyRefusal = {
  readonly code: string;
  readonly message: string;
  readonly pointer?: string;
  readonly currentState?: string;
  readonly upgradeTo?: string | null;
  readonly holder?: number;
};

/** One table from what domains refuse to what HTTP answers. A code that is missing here is a bug. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  not_found: 'not_found',
  invalid_state: 'invalid_state',
  duplicate: 'duplicate',
  feature_not_in_plan: 'feature_not_in_plan',
  override_required: 'override_required',
  invalid_values: 'invalid_values',
  revision_moved: 'revision_moved',
  fact_conflict: 'fact_conflict',
  clock_backwards: 'clock_backwards',
};

export function refused(refusal: AnyRefusal): Problem {
  const code = CODES[refusal.code];
  if (!code) throw new Error(`no problem for refusal ${refusal.code}`);
  return new Problem(code, refusal.message, {
    ...(refusal.pointer === undefined ? {} : { errors: [{ pointer: refusal.pointer, message: refusal.message }] }),
    ...(refusal.currentState === undefined ? {} : { current_state: refusal.currentState }),
    ...(refusal.upgradeTo === undefined ? {} : { upgrade_to: refusal.upgradeTo }),
    ...(refusal.holder === undefined ? {} : { existing_id: refusal.holder }),
  });
}

type HandledLike =
  | { readonly ok: true; readonly revision: number; readonly position: number }
  | { readonly ok: false; readonly refusal: AnyRefusal };

/** What a command came to, or the problem it is answered with. */
export function accepted<H extends HandledLike>(handled: H): Extract<H, { ok: true }> {
  if (!handled.ok) throw refused(handled.refusal);
  return handled as Extract<H, { ok: true }>;
}
