/**
 * Sentences of ours about numbers, in English. Other languages have the same keys, in `claims-<language>.ts`. Each is a whole
 * sentence: nothing is put together from parts, so that every language may say it in its own order. `{name}` stands for a value,
 * already written as the language writes it; where the words hang on a number, it is called `count` and each plural form has its text.
 */
export const claimsEn = {
  between_sentences: ' ',
  not_known: 'not known',

  // The verdict's reason.
  reason_no_search: 'Not enough data yet: no search data have come in for this period.',
  reason_unknown: 'Not enough data yet: there is nothing to compare this period with.',
  reason_clicks_up: 'Clicks from search went from {from} to {to}.',
  reason_clicks_down: 'Clicks from search fell from {from} to {to}.',
  reason_clicks_same: 'Clicks from search moved too little to count, from {from} to {to}.',
  reason_position_up: 'The average position improved from {from} to {to}.',
  reason_position_down: 'The average position slipped from {from} to {to}.',
  reason_position_same: 'The average position hardly moved: it was {from} and is {to}.',
  reason_links_up: {
    one: 'One more link went live than was lost.',
    other: '{count} more links went live than were lost.',
  },
  reason_links_down: {
    one: 'One more link was lost than went live.',
    other: '{count} more links were lost than went live.',
  },
  reason_links_same: 'As many links went live as were lost.',
  reason_opposed_below: 'Compared with the same period a year before, clicks are still lower.',
  reason_opposed_above: 'Compared with the same period a year before, clicks are still higher.',

  // The biggest win.
  win_conversions: {
    one: 'Conversions rose by {percent}, to {count}.',
    other: 'Conversions rose by {percent}, to {count}.',
  },
  win_conversions_from_nothing: {
    one: 'The first conversion came in.',
    other: 'The first {count} conversions came in.',
  },
  win_top_3: '“{keyword}” has reached the top 3: it now stands at place {place}.',
  win_top_10: '“{keyword}” has reached the first page of results: it now stands at place {place}.',
  win_page: {
    one: '{page} brought {count} more click than before.',
    other: '{page} brought {count} more clicks than before.',
  },
  win_link: 'A link from a strong site went live: {page}, with a domain rating of {dr}.',
  win_articles: { one: 'A new article was published.', other: '{count} new articles were published.' },

  // Goals, each in the words of what it counts.
  goal_met_clicks: 'The goal for clicks in 28 days ({target}) was reached on {day}.',
  goal_met_impressions: 'The goal for impressions in 28 days ({target}) was reached on {day}.',
  goal_met_position: 'The goal for the average position ({target}) was reached on {day}.',
  goal_met_keywords_top_10: 'The goal for keywords in the top 10 ({target}) was reached on {day}.',
  goal_met_referring_domains: 'The goal for referring domains ({target}) was reached on {day}.',
  goal_met_articles: 'The goal for published articles ({target}) was reached on {day}.',
  goal_met_conversions: 'The goal for conversions in 28 days ({target}) was reached on {day}.',
  goal_missed_clicks: 'The goal for clicks in 28 days ({target} by {day}) was missed; the last value is {value}.',
  goal_missed_impressions:
    'The goal for impressions in 28 days ({target} by {day}) was missed; the last value is {value}.',
  goal_missed_position: 'The goal for the average position ({target} by {day}) was missed; the last value is {value}.',
  goal_missed_keywords_top_10:
    'The goal for keywords in the top 10 ({target} by {day}) was missed; the last value is {value}.',
  goal_missed_referring_domains:
    'The goal for referring domains ({target} by {day}) was missed; the last value is {value}.',
  goal_missed_articles: 'The goal for published articles ({target} by {day}) was missed; the last value is {value}.',
  goal_missed_conversions:
    'The goal for conversions in 28 days ({target} by {day}) was missed; the last value is {value}.',
  goal_behind_clicks:
    'The goal for clicks in 28 days ({target} by {day}) is behind its pace; the value now is {value}.',
  goal_behind_impressions:
    'The goal for impressions in 28 days ({target} by {day}) is behind its pace; the value now is {value}.',
  goal_behind_position:
    'The goal for the average position ({target} by {day}) is behind its pace; the value now is {value}.',
  goal_behind_keywords_top_10:
    'The goal for keywords in the top 10 ({target} by {day}) is behind its pace; the value now is {value}.',
  goal_behind_referring_domains:
    'The goal for referring domains ({target} by {day}) is behind its pace; the value now is {value}.',
  goal_behind_articles:
    'The goal for published articles ({target} by {day}) is behind its pace; the value now is {value}.',
  goal_behind_conversions:
    'The goal for conversions in 28 days ({target} by {day}) is behind its pace; the value now is {value}.',
  goal_unknown: 'A goal of {target} by {day} stands at {value}.',

  // The top priority.
  priority_disconnected: 'The site is disconnected: until it is connected again, nothing can be published.',
  priority_indexing: {
    one: 'One page cannot be indexed, {percent} of those inspected: that comes first.',
    other: '{count} pages cannot be indexed, {percent} of those inspected: that comes first.',
  },
  priority_page: {
    one: '{page} lost {count} click and should be looked at first.',
    other: '{page} lost {count} clicks and should be looked at first.',
  },
  priority_replacement: {
    one: 'A lost link is to be replaced under its guarantee.',
    other: '{count} lost links are to be replaced under their guarantee.',
  },
  priority_approval: 'Waiting for you since {day}: {what}',
  priority_content: {
    one: 'One article is still to be published to reach the number agreed for this period ({target}).',
    other: '{count} articles are still to be published to reach the number agreed for this period ({target}).',
  },
  priority_action_us: 'Next on our side, by {day}: {action}',
  priority_action_you: 'Next on your side, by {day}: {action}',

  // What we need.
  need_blueprint: 'Approve the blueprint of your site.',
  need_blueprint_named: 'Approve the blueprint “{title}”.',
  need_content: 'Review an article before it is published.',
  need_content_named: 'Review the article “{title}” before it is published.',
  need_order: 'Approve backlink order #{id}.',
  need_order_named: 'Approve the backlink order “{title}”.',
  need_placement: 'Approve a link on {domain}.',
  need_brief: 'Answer the brief of backlink order #{id}.',
  need_connection: 'Connect your site again: the plugin has lost its connection.',
  need_search_console: 'Connect Google Search Console: no search data have come in for this period.',

  // The summary.
  sum_up_a: 'Search brought more visitors than in the period before: clicks rose by about {percent}.',
  sum_up_b: 'More people found their way to the site this time, with clicks up by about {percent}.',
  sum_down_a: 'Search brought fewer visitors than in the period before: clicks fell by about {percent}.',
  sum_down_b: 'Fewer people came through search this time, with clicks down by about {percent}.',
  sum_steady_a: 'Traffic from search held its level.',
  sum_steady_b: 'Search brought about as many visitors as in the period before.',
  sum_from_nothing: 'The site has begun to receive visitors from search.',
  sum_first: {
    one: 'This is the first period with search data, so its one click is where future reports will start from.',
    other: 'This is the first period with search data, so its {count} clicks are where future reports will start from.',
  },
  sum_no_search: 'No search data have come in for this period, so how visible the site was cannot be judged yet.',
  sum_year_still_above:
    'It is still about {percent} more than in the same period a year before, so the longer view remains positive.',
  sum_year_still_below: 'Even so, it is about {percent} less than in the same period a year before.',
  sum_year_above: 'Compared with a year before, though, it is about {percent} more.',
  sum_year_below: 'Compared with a year before, though, it is about {percent} less.',
  sum_position_up: 'Pages rank better than they did, now at position {place} on average.',
  sum_position_up_too: 'Pages also rank better than they did, now at position {place} on average.',
  sum_position_up_though: 'Pages do rank better than they did, though, now at position {place} on average.',
  sum_position_down: 'Pages rank somewhat lower than they did, now at position {place} on average.',
  sum_position_down_too: 'Pages also rank somewhat lower than they did, now at position {place} on average.',
  sum_position_down_though: 'On average, though, pages rank somewhat lower than they did, now at position {place}.',
  sum_links_then_up: {
    one: 'On {day} a new link went live; in the week after it, clicks were about {percent} above the week before.',
    other:
      'On {day}, {count} new links went live; in the week after, clicks were about {percent} above the week before.',
  },
  sum_links_then_down: {
    one: 'On {day} a new link went live; in the week after it, clicks were about {percent} below the week before, and links usually need longer to show.',
    other:
      'On {day}, {count} new links went live; in the week after, clicks were about {percent} below the week before, and links usually need longer to show.',
  },
  sum_conversions_up: 'Conversions rose by about {percent}.',
  sum_conversions_up_too: 'Conversions rose as well, by about {percent}.',
  sum_conversions_up_though: 'Conversions, however, rose by about {percent}.',
  sum_conversions_down: 'Conversions fell by about {percent}.',
  sum_conversions_down_too: 'Conversions fell as well, by about {percent}.',
  sum_conversions_down_though: 'Conversions, however, fell by about {percent}.',
  sum_articles_a: { one: 'One new article went online.', other: 'We put {count} new articles online.' },
  sum_articles_b: { one: 'The site gained one new article.', other: 'The site has grown by {count} new articles.' },
  sum_content_behind: {
    one: 'One article that was agreed for this period is still missing, and we will catch up on it.',
    other: 'We still owe {count} of the articles agreed for this period, and will catch up on them.',
  },
  sum_links: { one: 'One new link went live.', other: '{count} new links went live.' },
  sum_approvals: {
    one: 'One thing waits for your approval; with it, we can go on.',
    other: '{count} things wait for your approval; with them, we can go on.',
  },
  sum_briefs: {
    one: 'To go on, we need your answers to a brief.',
    other: 'To go on, we need your answers to {count} briefs.',
  },
  sum_connections: {
    one: 'To go on, we need a connection from you.',
    other: 'To go on, we need {count} connections from you.',
  },
  sum_more_to_come: 'The next report will have more to tell.',
  sum_plan_below: 'What we do next stands at the end of this report.',
} as const;
