import { sentences } from '#domain/kernel/sentence';
import type { AnnotationEvent } from './annotation.ts';
import type { GoalEvent, GoalMetric } from './goal.ts';

const WORDS: Readonly<Record<GoalMetric, string>> = {
  clicks: 'clicks in 28 days',
  impressions: 'impressions in 28 days',
  position: 'as the average position',
  keywords_top_10: 'keywords in the top 10',
  referring_domains: 'referring domains',
  articles: 'published articles',
  conversions: 'conversions in 28 days',
};

/** One sentence for people about an event of a goal or a note; null for events that are not told. */
export const summarizeAims = sentences<GoalEvent | AnnotationEvent>((event) => {
  switch (event.type) {
    case 'GoalSet':
      return `A goal was set: ${event.data.target} ${WORDS[event.data.metric]} by ${event.data.by}.`;
    case 'GoalChanged':
      return `The goal is now ${event.data.target} by ${event.data.by}.`;
    case 'GoalRemoved':
      return 'The goal was removed.';
    case 'GoalMet':
      return `The goal was met: ${event.data.value} on ${event.data.on}.`;
    case 'GoalMissed':
      return event.data.value === null
        ? 'The goal was missed.'
        : `The goal was missed: ${event.data.value} was reached.`;
    case 'AnnotationAdded':
      return `Something was noted for ${event.data.date}.`;
    case 'AnnotationRemoved':
      return 'A note was removed.';
    default:
      return null;
  }
});
