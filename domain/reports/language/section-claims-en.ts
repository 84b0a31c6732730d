/** Sentences of ours about the numbers of each section, in English, as those of `claims-en.ts`. */
export const sectionClaimsEn = {
  // Where data come from.
  source_summary: 'all sections of this report',
  source_search: 'Google Search Console',
  source_rankings: 'Google Search Console, and Ahrefs where it has none',
  source_conversions: 'conversions reported for the site',
  source_articles: 'articles published on the site',
  source_indexing: 'URL inspections by Google Search Console',
  source_links: 'our orders, and our checks of each link',
  source_social: 'posts and their measured engagement',
  source_health: 'measurements of the site’s blueprint',
  source_work: 'our own log',
  source_plan: 'content queue, campaign plan and open approvals',

  // Organic traffic.
  traffic_up: 'Clicks from search rose by {percent} to {clicks}.',
  traffic_down: 'Clicks from search fell by {percent} to {clicks}.',
  traffic_steady: 'Clicks from search held steady at {clicks}.',
  traffic_first: {
    one: 'Search brought one click; there is no period before to compare it with.',
    other: 'Search brought {count} clicks; there is no period before to compare them with.',
  },
  traffic_from_nothing: {
    one: 'Search brought its first click.',
    other: 'Search brought {count} clicks, after none in the period before.',
  },
  traffic_still_nothing: 'Search brought no clicks, as in the period before.',
  traffic_none: 'There are no search data for this period.',
  traffic_none_reason:
    'Google Search Console has reported nothing for these days. They appear here once it is connected and has reported them.',
  traffic_rule:
    'Green: clicks fell by no more than 5% against the period before. Amber: by no more than 20%. Red: by more.',
  traffic_next_first: 'From the next period on, this section compares.',
  traffic_next_seen_not_clicked:
    'The site is seen more often but clicked less often: titles and descriptions of the most visible pages are worth another look.',
  traffic_next_seen_more: 'The site is seen more often, and those who see it still click: we carry on as planned.',
  traffic_next_fewer_better:
    'The site is seen less often, but by people it suits better. We widen the topics that work.',
  traffic_next_seen_less: 'The site is seen less often. We look first at the pages that lost most.',
  traffic_next_clicked_less:
    'The site is seen as often as before but clicked less often: titles and descriptions of the most visible pages are worth another look.',
  traffic_next_clicked_more:
    'The site is seen as often as before and clicked more often: what people read in the results suits them better.',
  traffic_next_same: 'The site is seen about as often as before; growth now depends on new topics and better places.',
  year_unknown: 'What it was a year before is not known.',
  year_same: 'That is about the same as a year before.',
  year_more: 'That is {percent} more than a year before.',
  year_less: 'That is {percent} less than a year before.',
  search_cut: {
    one: 'Search data reach to {day}, so only the first day of each period is compared.',
    other: 'Search data reach to {day}, so the first {count} days of each period are compared.',
  },

  // Keyword rankings.
  rankings_first: {
    one: 'One keyword ranks in the top 10; what it was before is not known.',
    other: '{count} keywords rank in the top 10; what it was before is not known.',
  },
  rankings_same: {
    one: 'One keyword ranks in the top 10, as before.',
    other: '{count} keywords rank in the top 10, as many as before.',
  },
  rankings_more: {
    one: 'One keyword now ranks in the top 10, up from {before}.',
    other: '{count} keywords now rank in the top 10, up from {before}.',
  },
  rankings_fewer: {
    one: 'One keyword still ranks in the top 10, down from {before}.',
    other: '{count} keywords now rank in the top 10, down from {before}.',
  },
  rankings_new: { one: 'One keyword ranks for the first time.', other: '{count} keywords rank for the first time.' },
  rankings_none: 'There are no rankings for this period.',
  rankings_none_reason:
    'Neither Google Search Console nor Ahrefs has reported a position for these days. They appear here once one of them does.',
  rankings_rule:
    'Green: the number of keywords in the top 10 fell by no more than 5% against the period before. Amber: by no more than 20%. Red: by more.',
  rankings_next_loser: '“{keyword}” fell furthest: its page is the first that we improve.',
  rankings_next_gone: '“{keyword}” is no longer among the first 50: its page is the first that we improve.',
  rankings_next_winners: 'The keywords that rose show which topics work; we build on them.',
  rankings_next_steady: 'Positions are steady. New articles and links are what moves them next.',

  // Conversions.
  conversions_first: {
    one: 'One conversion was counted; there is no period before to compare it with.',
    other: '{count} conversions were counted; there is no period before to compare them with.',
  },
  conversions_same: {
    one: 'One conversion was counted, as before.',
    other: '{count} conversions were counted, as many as before.',
  },
  conversions_up: {
    one: 'One conversion was counted, {percent} more than before.',
    other: '{count} conversions were counted, {percent} more than before.',
  },
  conversions_down: {
    one: 'One conversion was counted, {percent} fewer than before.',
    other: '{count} conversions were counted, {percent} fewer than before.',
  },
  conversions_channel: 'The channel {channel} accounts for {percent} of them.',
  conversions_none: 'No conversions are known of for this period.',
  conversions_none_reason:
    'Nothing has reported conversions of this site for these days. Once its forms, calls or sales are counted, they appear here.',
  conversions_rule:
    'Green: conversions fell by no more than 5% against the period before. Amber: by no more than 20%. Red: by more.',
  conversions_next: 'The pages that convert are the ones we send visitors and links to.',
  conversions_next_down: 'We check first whether forms and counting still work, then which pages lost visitors.',

  // Content.
  content_published: { one: 'One article was published.', other: '{count} articles were published.' },
  content_nothing: 'No article was published.',
  content_target_met: 'That meets the agreed number ({target}).',
  content_target_missed: {
    one: 'One article is still missing from the agreed number ({target}).',
    other: '{count} articles are still missing from the agreed number ({target}).',
  },
  content_none: 'No articles were published in this period.',
  content_none_reason:
    'No managed subscription covers this site, and nothing was published. Articles appear here once they are.',
  content_not_due_reason: 'None was agreed for these days. Articles appear here once they are published.',
  content_rule: 'Green: all articles agreed for the period were published. Amber: at least 80% of them. Red: fewer.',
  content_next: 'New articles usually take some weeks until search shows where they stand.',
  content_next_behind: 'What is missing is published first in the period that follows.',

  // Indexing.
  indexing_indexed: {
    one: 'One page is indexed; pages inspected: {inspected}.',
    other: '{count} pages are indexed; pages inspected: {inspected}.',
  },
  indexing_more: { one: 'That is one more than before.', other: 'That is {count} more than before.' },
  indexing_fewer: { one: 'That is one fewer than before.', other: 'That is {count} fewer than before.' },
  indexing_errors: {
    one: 'One page, {percent} of all, has an error.',
    other: '{count} pages, {percent} of all, have errors.',
  },
  indexing_none: 'No page has been inspected yet.',
  indexing_none_reason: 'Pages are inspected through Google Search Console. They appear here once it is connected.',
  indexing_rule: 'Green: at most 2% of the inspected pages have errors. Amber: at most 5%. Red: more.',
  indexing_next: 'Every inspected page can be found. New pages are inspected as they are published.',
  indexing_next_pending: 'The pages that wait are inspected again; most are indexed within some weeks.',
  indexing_next_errors: 'The pages with errors are listed below with their reason; they are repaired first.',

  // Backlinks.
  links_built: { one: 'One new link went live.', other: '{count} new links went live.' },
  links_none_built: 'No new link went live in this period.',
  links_average: 'Their average domain rating is {dr}.',
  links_spent: '{spent} of a budget of {budget} were used.',
  links_over_budget: '{spent} were used, which is more than the budget of {budget}.',
  links_none: 'There was no backlink campaign in this period.',
  links_none_reason:
    'The campaign is part of the plan, but no order ran in this period. Links appear here once an order is approved.',
  links_not_booked_reason:
    'No backlinks are ordered for this site. Once an order is approved, its links appear here one by one.',
  links_rule:
    'Green: no order is behind and no replacement is owed. Amber: one is. Red: more are, or an order is past its due date.',
  links_next: 'Each link is checked again and again while its guarantee runs.',
  links_next_owed: {
    one: 'One lost link is replaced under its guarantee.',
    other: '{count} lost links are replaced under their guarantee.',
  },
  links_next_past_due: {
    one: 'One order is past its due date; its missing links come first.',
    other: '{count} orders are past their due date; their missing links come first.',
  },
  links_next_behind: {
    one: 'One order is behind its schedule; its links come first.',
    other: '{count} orders are behind their schedule; their links come first.',
  },

  // Social media.
  social_no_posts: 'Nothing was posted.',
  social_posts: { one: 'One post was published.', other: '{count} posts were published.' },
  social_engagement: {
    one: 'Posts gained one reaction within the period.',
    other: 'Posts gained {count} reactions within the period.',
  },
  social_not_measured: 'How people reacted has not been measured yet.',
  social_none: 'There were no posts in this period.',
  social_none_reason:
    'Social posts are part of the plan, but none was published in these days. They appear here once they are.',
  social_not_booked_reason: 'Social media are not part of the plan. Posts appear here once they are.',
  social_next: 'Reactions are measured again after each post.',
  social_next_best: 'The best post ran on {platform}; we do more of what worked there.',

  // The blueprint's health.
  health_completion: '{percent} of the blueprint stands.',
  health_authority: 'The authority score is {score}.',
  health_authority_up: {
    one: 'The authority score rose by one point to {score}.',
    other: 'The authority score rose by {count} points to {score}.',
  },
  health_authority_down: {
    one: 'The authority score fell by one point to {score}.',
    other: 'The authority score fell by {count} points to {score}.',
  },
  health_none: 'The site’s blueprint has not been measured yet.',
  health_none_reason: 'It is measured once a blueprint is approved and its first pages stand.',
  health_rule: 'Green: at least 80% of the blueprint stands. Amber: at least 50%. Red: less.',
  health_next_none: 'No gaps are left in the blueprint.',
  health_next_gaps: {
    one: 'One gap is left; it is closed next.',
    other: '{count} gaps are left; they are closed one after the other.',
  },

  // Work done.
  work_days: {
    one: 'Work was finished on one day of this period.',
    other: 'Work was finished on {count} days of this period.',
  },
  work_article: { one: 'One article was published.', other: '{count} articles were published.' },
  work_link_live: { one: 'One link went live.', other: '{count} links went live.' },
  work_link_replaced: { one: 'One lost link was replaced.', other: '{count} lost links were replaced.' },
  work_page_indexed: { one: 'One page was newly indexed.', other: '{count} pages were newly indexed.' },
  work_schema: { one: 'One page got structured data.', other: '{count} pages got structured data.' },
  work_technical: { one: 'One technical improvement was made.', other: '{count} technical improvements were made.' },
  work_none: 'Nothing was finished in this period.',
  work_none_reason:
    'No article, link, indexed page or technical work is in our log for these days. What is finished appears here by itself.',
  work_next: 'Everything here follows from our log; nobody types it.',

  // The plan.
  plan_publish: 'Publish “{title}”.',
  plan_link: 'Build a link to {page} with the anchor “{anchor}”.',
  plan_ours: { one: 'One step is planned on our side.', other: '{count} steps are planned on our side.' },
  plan_ours_none: 'No steps are planned on our side yet.',
  plan_yours: { one: 'One waits for you.', other: '{count} wait for you.' },
  plan_none: 'Nothing is planned for the coming period yet.',
  plan_none_reason: 'Queued articles, planned links and open approvals appear here as soon as there are any.',
  plan_next: 'Nothing is needed from you for this.',
  plan_next_yours: 'The first answer we need is due on {day}.',
} as const;
