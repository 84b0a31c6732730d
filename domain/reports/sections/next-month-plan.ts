import { plain } from '../figures.ts';
import type { Action } from '../plan.ts';
import type { SectionData } from '../report-data.ts';
import { emptySection, filledSection, type Told } from '../section.ts';
import { together } from '../sentences.ts';
import { present, tableOf } from '../tables.ts';

/** What is done next: each action with who does it and by when. */
export function nextMonthPlan({ inputs, say }: Told, actions: readonly Action[]): SectionData {
  const source = say('source_plan');
  if (actions.length === 0) return emptySection(source, say('plan_none'), say('plan_none_reason'));
  const yours = actions.filter(({ owner }) => owner === 'you');
  const ours = actions.length - yours.length;
  return filledSection({
    claim: together(
      say,
      ours === 0 ? say('plan_ours_none') : say('plan_ours', { count: ours }),
      yours.length === 0 ? null : say('plan_yours', { count: yours.length }),
    ),
    next: yours[0] === undefined ? say('plan_next') : say('plan_next_yours', { day: say.day(yours[0].on) }),
    source,
    dataTo: inputs.windows.period[1],
    figures: [plain('actions_us', 'count', ours), plain('actions_you', 'count', yours.length)],
    tables: present(
      tableOf(
        'plan_actions',
        [
          ['owner', 'word'],
          ['action', 'text'],
          ['due', 'day'],
        ],
        actions,
        (action) => [action.owner, action.text, action.on],
      ),
    ),
  });
}
