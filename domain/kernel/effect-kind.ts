/**
 * A kind of effect as a value: whoever asks for it, carries it out and hears its answer is checked against this one declaration.
 * Kinds are declared in `domain/<room>/`, since sagas ask and commands carry out. What is stored of one is its name.
 */
export type EffectKind<
  N extends string = string,
  P extends object = object,
  R extends object = object,
  F extends boolean = boolean,
> = {
  readonly name: N;
  /** True where each receiver is a kind of its own in the log: `${name}_${member}`, so that pacing stays per receiver. */
  readonly family: F;
  /** Never there: carry the types of what is asked and what is answered. */
  readonly payload?: P;
  readonly result?: R;
};
export type PayloadOf<K> = K extends EffectKind<string, infer P, object> ? P : never;
export type ResultOf<K> = K extends EffectKind<string, object, infer R> ? R : never;
/** What is asked without anything to be told about it. */
export type Nothing = { readonly [nothing: string]: never };

/** `effectKind('number_credit_note')<{ invoice_id: number; note_id: number }>()` */
export const effectKind =
  <const N extends string>(name: N) =>
  <P extends object, R extends object = object>(): EffectKind<N, P, R, false> => ({ name, family: false });

/** A kind for each of several receivers: `effectFamily('charge')<…>()` is stored as `charge_stripe`, `charge_paypal` … */
export const effectFamily =
  <const N extends string>(name: N) =>
  <P extends object, R extends object = object>(): EffectKind<N, P, R, true> => ({ name, family: true });
