import { effectKind } from '#domain/kernel/effect-kind';

/** Has an account's plan subscription follow what the platform says; `plan` is the platform's word for it. */
export const followPlan = effectKind('follow_plan')<{ readonly account_id: number; readonly plan: string }>();
