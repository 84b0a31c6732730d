import { barsOf } from '../charts.ts';
import { figure, measured, plain } from '../figures.ts';
import { healthFlag } from '../judged.ts';
import { emptySection, filledSection, type Section } from '../section.ts';
import { together } from '../sentences.ts';
import { present, sumsBy, tableOf } from '../tables.ts';

const COMPLETE = /^(complete|completed|done)$/i;

/** How much of the site's blueprint stands, and what is missing of it. */
export const sagHealth: Section = ({ inputs: { health }, say }) => {
  const source = say('source_health');
  const { now, before } = health;
  if (now === null) return emptySection(source, say('health_none'), say('health_none_reason'));
  const more = before === null ? null : Math.round(now.authority_score - before.authority_score);
  const complete = now.clusters.filter(({ status }) => COMPLETE.test(status)).length;
  return filledSection({
    flag: healthFlag(now.completion),
    rule: say('health_rule'),
    claim: together(
      say,
      say('health_completion', { percent: say.percent(now.completion) }),
      more === null || more === 0
        ? say('health_authority', { score: say.formats.number(now.authority_score, 'score') })
        : say(more > 0 ? 'health_authority_up' : 'health_authority_down', {
            score: say.formats.number(now.authority_score, 'score'),
            count: Math.abs(more),
          }),
    ),
    next: now.gaps.length === 0 ? say('health_next_none') : say('health_next_gaps', { count: now.gaps.length }),
    source,
    dataTo: now.date,
    figures: [
      figure(
        'completion',
        'percent',
        'up',
        measured(health, (each) => each?.completion ?? null),
      ),
      figure(
        'authority_score',
        'score',
        'up',
        measured(health, (each) => each?.authority_score ?? null),
      ),
      ...(now.clusters.length === 0 ? [] : [plain('clusters_complete', 'count', complete)]),
      plain('gaps', 'count', now.gaps.length, 'down'),
    ],
    charts: present(
      barsOf(
        'cluster_status',
        'clusters',
        sumsBy(
          now.clusters,
          ({ status }) => status.toLowerCase(),
          () => 1,
        ),
      ),
    ),
    tables: present(
      tableOf(
        'clusters',
        [
          ['name', 'text'],
          ['status', 'word'],
        ],
        now.clusters,
        (each) => [each.name, each.status.toLowerCase()],
      ),
      tableOf('gaps', [['title', 'text']], now.gaps, (gap) => [gap]),
    ),
  });
};
