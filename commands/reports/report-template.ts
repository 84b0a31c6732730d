import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import type { AccountId, TemplateId } from '#domain/kernel/ids';
import type { Plan } from '#domain/plans/plan';
import {
  reportTemplate,
  type Template,
  type TemplateEvent,
  type TemplateFields,
  type TemplateRefusal,
} from '#domain/reports/report-template';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import type { CheckTemplate, TemplateFault } from './ports-white-label.ts';

export type TemplateCommands = ReturnType<typeof templateCommands>;
type Refusal =
  | TemplateRefusal
  | { readonly code: 'feature_not_in_plan'; readonly message: string; readonly upgradeTo: Plan | null }
  | { readonly code: 'in_use'; readonly message: string };
type Result =
  | Handled<Template, TemplateEvent, Refusal>
  | { readonly ok: 'unfit'; readonly faults: readonly TemplateFault[] };

const stream = (id: number): string => `report-template-${id}`;
const refused = (refusal: Refusal) => ({ ok: false as const, refusal, revision: -1 });

/** Frames of reports that agencies write themselves: nothing is saved that could not be rendered. */
export function templateCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly features: Pick<FeatureGateCommands, 'ask'>;
  readonly check: CheckTemplate;
  readonly usesOf: (id: number) => Promise<readonly string[]>;
}) {
  const { handler, ids, clock, features, check, usesOf } = deps;
  const load = (id: number) => handler.load(reportTemplate, stream(id));

  async function save(
    id: TemplateId,
    accountId: AccountId,
    fields: TemplateFields,
    cause: Cause,
    expected?: number,
  ): Promise<Result> {
    const asked = await features.ask(accountId, 'report_level', 'weekly_custom', cause);
    if (!asked.allowed) {
      const message = `plan ${asked.plan} does not include templates of one’s own`;
      return refused({ code: 'feature_not_in_plan', message, upgradeTo: asked.upgrade_to });
    }
    const faults = check(fields);
    if (faults.length > 0) return { ok: 'unfit', faults };
    const command = { type: 'Save' as const, id, accountId, fields, now: clock.now() };
    return handler.handle(reportTemplate, stream(id), command, { ...cause, accountId }, { expected });
  }

  return {
    load,
    check,
    async create(
      accountId: AccountId,
      fields: TemplateFields,
      cause: Cause,
    ): Promise<Result & { readonly id: number }> {
      const id = (await ids.allocate('report-template', cause.commandId)) as TemplateId;
      return { ...(await save(id, accountId, fields, { ...cause, accountId })), id };
    },
    async change(id: TemplateId, fields: TemplateFields, cause: Cause, expected?: number): Promise<Result> {
      const { state } = await load(id);
      if (state.status !== 'there') return refused({ code: 'not_found', message: 'there is no such template' });
      return save(id, state.accountId, fields, { ...cause, accountId: state.accountId }, expected);
    },
    async remove(id: TemplateId, cause: Cause) {
      const { state } = await load(id);
      if (state.status !== 'there') return refused({ code: 'not_found', message: 'there is no such template' });
      const uses = await usesOf(id);
      if (uses.length > 0) return refused({ code: 'in_use', message: `it is used by ${uses.slice(0, 5).join(', ')}` });
      const own = { ...cause, accountId: state.accountId };
      return handler.handle(reportTemplate, stream(id), { type: 'Remove', now: clock.now() }, own);
    },
  };
}
