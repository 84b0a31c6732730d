import type { Cents } from '#domain/kernel/money';
import { formatMoney } from '#domain/kernel/money';
import { barsOf } from '../charts.ts';
import { amountFigure, figure, measured, percentOf } from '../figures.ts';
import { growthFlag } from '../judged.ts';
import type { Conversion } from '../report-inputs.ts';
import { emptySection, filledSection, latestOf, type Section } from '../section.ts';
import { together } from '../sentences.ts';
import { present, sumsBy, tableOf } from '../tables.ts';

const count = (list: readonly Conversion[]): number => list.reduce((sum, each) => sum + each.count, 0);
/** Of amounts in US dollars alone: other currencies are never added to them. Null where none is known. */
const dollars = (list: readonly Conversion[]): Cents | null => {
  const known = list.filter(({ value, currency }) => value !== null && currency === 'USD');
  return known.length === 0 ? null : (known.reduce((sum, each) => sum + (each.value ?? 0), 0) as Cents);
};
const known = (list: readonly Conversion[]): readonly Conversion[] | null => (list.length === 0 ? null : list);

/** What visitors did that counts for the client: how many, what it is worth, and through which channel they came. */
export const conversions: Section = ({ inputs, say }) => {
  const { now, before, year } = inputs.conversions;
  const source = say('source_conversions');
  if (now.length === 0) return emptySection(source, say('conversions_none'), say('conversions_none_reason'));
  const counts = measured({ now: known(now), before: known(before), year: known(year) }, (list) => list && count(list));
  const [total, earlier] = [count(now), counts.before];
  const percent = percentOf(total, earlier);
  const main =
    earlier === null
      ? say('conversions_first', { count: total })
      : percent === null || total === earlier
        ? say('conversions_same', { count: total })
        : say(percent > 0 ? 'conversions_up' : 'conversions_down', { count: total, percent: say.percent(percent) });
  const channels = sumsBy(
    now,
    ({ channel }) => channel ?? 'no_channel',
    (each) => each.count,
  );
  const [best] = channels;
  const leading =
    best !== undefined && best[0] !== 'no_channel' && best[1] * 2 > total
      ? say('conversions_channel', { channel: best[0], percent: say.percent((best[1] / total) * 100) })
      : null;
  const keyed = (each: Conversion) => JSON.stringify([each.goal, each.channel]);
  const earlierCounts = new Map(sumsBy(before, keyed, (each) => each.count));
  const currencies = sumsBy(
    now.filter(({ value }) => value !== null),
    ({ currency }) => currency,
    (each) => each.value ?? 0,
  );
  const value = { now: dollars(now), before: dollars(before), year: dollars(year) };
  return filledSection({
    flag: growthFlag(total, earlier),
    rule: say('conversions_rule'),
    claim: together(say, main, leading),
    next: say(earlier !== null && total < earlier ? 'conversions_next_down' : 'conversions_next'),
    source,
    dataTo: latestOf(now.map(({ date }) => date)),
    figures: [
      figure('conversions', 'count', 'up', counts),
      ...(value.now === null ? [] : [amountFigure('conversion_value', value)]),
    ],
    charts: present(barsOf('conversions_by_channel', 'conversions', channels)),
    tables: present(
      tableOf(
        'conversion_goals',
        [
          ['goal', 'text'],
          ['channel', 'word'],
          ['count_before', 'count'],
          ['count', 'count', 'up'],
        ],
        sumsBy(now, keyed, (each) => each.count),
        ([key, sum]) => {
          const [goal, channel] = JSON.parse(key) as [string, string | null];
          return [goal, channel ?? 'no_channel', before.length === 0 ? null : (earlierCounts.get(key) ?? 0), sum];
        },
      ),
      currencies.length > 1 || (currencies[0]?.[0] ?? 'USD') !== 'USD'
        ? tableOf(
            'conversion_values',
            [
              ['currency', 'text'],
              ['value', 'text'],
            ],
            currencies,
            ([currency, sum]) => [currency, formatMoney(sum as Cents)],
          )
        : null,
    ),
  });
};
