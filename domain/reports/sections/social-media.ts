import { barsOf } from '../charts.ts';
import { figure } from '../figures.ts';
import type { Engagement, PostGain } from '../report-inputs.ts';
import { emptySection, filledSection, latestOf, type Section } from '../section.ts';
import { together } from '../sentences.ts';
import { present, sumsBy, tableOf } from '../tables.ts';

/** Platforms by the names that they give themselves, in every language; others as they were told. */
const NAMES: { readonly [platform: string]: string } = {
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  pinterest: 'Pinterest',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  threads: 'Threads',
  x: 'X',
};
const called = (platform: string): string => NAMES[platform.toLowerCase()] ?? platform;

export const reactions = ({ likes, comments, shares }: Engagement): number => likes + comments + shares;
const total = (gains: readonly PostGain[]): number => gains.reduce((sum, each) => sum + reactions(each), 0);

/** Posts by platform, and what they gained in the period: never what they had before it (spec 13, 3.6). */
export const socialMedia: Section = ({ inputs: { posts, gains, subscription }, say }) => {
  const source = say('source_social');
  if (posts.now.length === 0 && gains.now.length === 0)
    return emptySection(
      source,
      say('social_none'),
      say(subscription?.social ? 'social_none_reason' : 'social_not_booked_reason'),
    );
  const earlier = posts.before.length > 0 || gains.before.length > 0;
  const platforms = sumsBy(
    posts.now,
    ({ platform }) => called(platform),
    () => 1,
  );
  const engagement = new Map(sumsBy(gains.now, ({ platform }) => called(platform), reactions));
  const best = gains.now
    .filter((each) => reactions(each) > 0)
    .sort((a, b) => reactions(b) - reactions(a) || a.post_id - b.post_id);
  const names = [...new Set([...platforms.map(([name]) => name), ...engagement.keys()])];
  return filledSection({
    claim: together(
      say,
      say(posts.now.length === 0 ? 'social_no_posts' : 'social_posts', { count: posts.now.length }),
      gains.now.length === 0 ? say('social_not_measured') : say('social_engagement', { count: total(gains.now) }),
    ),
    next: best[0] === undefined ? say('social_next') : say('social_next_best', { platform: called(best[0].platform) }),
    source,
    dataTo: latestOf([...posts.now, ...gains.now].map(({ date }) => date)),
    figures: [
      figure('posts', 'count', 'up', {
        now: posts.now.length,
        before: earlier ? posts.before.length : null,
        year: null,
      }),
      figure('engagement', 'count', 'up', {
        now: gains.now.length === 0 ? null : total(gains.now),
        before: gains.before.length === 0 ? null : total(gains.before),
        year: null,
      }),
    ],
    charts: present(barsOf('posts_by_platform', 'posts', platforms)),
    tables: present(
      tableOf(
        'social_platforms',
        [
          ['platform', 'text'],
          ['posts', 'count', 'up'],
          ['engagement', 'count', 'up'],
        ],
        names,
        (name) => [name, platforms.find(([each]) => each === name)?.[1] ?? 0, engagement.get(name) ?? null],
      ),
      tableOf(
        'top_posts',
        [
          ['platform', 'text'],
          ['title', 'text'],
          ['engagement', 'count', 'up'],
          ['url', 'url'],
        ],
        best,
        (post) => [
          called(post.platform),
          post.text === null ? null : post.text.slice(0, 200),
          reactions(post),
          post.url,
        ],
      ),
    ),
  });
};
