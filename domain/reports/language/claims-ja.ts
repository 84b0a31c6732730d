import type { claimsEn } from './claims-en.ts';
import type { Phrase } from './phrase.ts';

/** Sentences of ours about numbers, in Japanese. Addresses stand in brackets, so that no reader takes what follows for part of them. */
export const claimsJa: Readonly<Record<keyof typeof claimsEn, Phrase>> = {
  between_sentences: '',
  not_known: '不明',

  // The verdict's reason.
  reason_no_search: 'データが不足しています。この期間の検索データがまだ届いていません。',
  reason_unknown: 'データが不足しています。この期間と比較できるデータがまだありません。',
  reason_clicks_up: '検索からのクリック数は{from}回から{to}回に増加しました。',
  reason_clicks_down: '検索からのクリック数は{from}回から{to}回に減少しました。',
  reason_clicks_same: '検索からのクリック数は{from}回から{to}回と、ほぼ横ばいです。',
  reason_position_up: '平均掲載順位は{from}位から{to}位に上昇しました。',
  reason_position_down: '平均掲載順位は{from}位から{to}位に下降しました。',
  reason_position_same: '平均掲載順位は{from}位から{to}位と、ほとんど変わっていません。',
  reason_links_up: { other: '公開されたリンクが、失われたリンクを{count}件上回りました。' },
  reason_links_down: { other: '失われたリンクが、公開されたリンクを{count}件上回りました。' },
  reason_links_same: '公開されたリンクと失われたリンクは同数でした。',
  reason_opposed_below: 'ただし、前年同期と比べると、クリック数はまだ下回っています。',
  reason_opposed_above: 'ただし、前年同期と比べると、クリック数は依然として上回っています。',

  // The biggest win.
  win_conversions: { other: 'コンバージョンが{percent}増加し、{count}件になりました。' },
  win_conversions_from_nothing: { other: '初めてのコンバージョンを{count}件獲得しました。' },
  win_top_3: '「{keyword}」が3位以内に入り、現在{place}位です。',
  win_top_10: '「{keyword}」が検索結果の1ページ目に入り、現在{place}位です。',
  win_page: { other: '「{page}」のクリック数が、前の期間より{count}回増えました。' },
  win_link: '評価の高いサイトからのリンク「{page}」が公開されました。ドメインレーティング（DR）は{dr}です。',
  win_articles: { other: '新しい記事を{count}本公開しました。' },

  // Goals, each in the words of what it counts.
  goal_met_clicks: '28日間のクリック数を{target}回とする目標を、{day}に達成しました。',
  goal_met_impressions: '28日間の表示回数を{target}回とする目標を、{day}に達成しました。',
  goal_met_position: '平均掲載順位を{target}位とする目標を、{day}に達成しました。',
  goal_met_keywords_top_10: '10位以内のキーワードを{target}件とする目標を、{day}に達成しました。',
  goal_met_referring_domains: '参照ドメイン数を{target}件とする目標を、{day}に達成しました。',
  goal_met_articles: '公開記事数を{target}本とする目標を、{day}に達成しました。',
  goal_met_conversions: '28日間のコンバージョンを{target}件とする目標を、{day}に達成しました。',
  goal_missed_clicks:
    '28日間のクリック数を{target}回とする目標は、期日の{day}までに達成できませんでした。直近の値は{value}です。',
  goal_missed_impressions:
    '28日間の表示回数を{target}回とする目標は、期日の{day}までに達成できませんでした。直近の値は{value}です。',
  goal_missed_position:
    '平均掲載順位を{target}位とする目標は、期日の{day}までに達成できませんでした。直近の値は{value}です。',
  goal_missed_keywords_top_10:
    '10位以内のキーワードを{target}件とする目標は、期日の{day}までに達成できませんでした。直近の値は{value}です。',
  goal_missed_referring_domains:
    '参照ドメイン数を{target}件とする目標は、期日の{day}までに達成できませんでした。直近の値は{value}です。',
  goal_missed_articles:
    '公開記事数を{target}本とする目標は、期日の{day}までに達成できませんでした。直近の値は{value}です。',
  goal_missed_conversions:
    '28日間のコンバージョンを{target}件とする目標は、期日の{day}までに達成できませんでした。直近の値は{value}です。',
  goal_behind_clicks:
    '28日間のクリック数を{day}までに{target}回とする目標は、計画より遅れています。現在の値は{value}です。',
  goal_behind_impressions:
    '28日間の表示回数を{day}までに{target}回とする目標は、計画より遅れています。現在の値は{value}です。',
  goal_behind_position:
    '平均掲載順位を{day}までに{target}位とする目標は、計画より遅れています。現在の値は{value}です。',
  goal_behind_keywords_top_10:
    '10位以内のキーワードを{day}までに{target}件とする目標は、計画より遅れています。現在の値は{value}です。',
  goal_behind_referring_domains:
    '参照ドメイン数を{day}までに{target}件とする目標は、計画より遅れています。現在の値は{value}です。',
  goal_behind_articles: '公開記事数を{day}までに{target}本とする目標は、計画より遅れています。現在の値は{value}です。',
  goal_behind_conversions:
    '28日間のコンバージョンを{day}までに{target}件とする目標は、計画より遅れています。現在の値は{value}です。',
  goal_unknown: '{day}までに{target}とする目標は、現在の値が{value}です。',

  // The top priority.
  priority_disconnected: 'サイトとの接続が切れています。再接続するまで、何も公開できません。',
  priority_indexing: {
    other: '検査したページの{percent}にあたる{count}ページがインデックスに登録できません。この対応が最優先です。',
  },
  priority_page: { other: '「{page}」のクリック数が{count}回減少しました。最初に確認すべきページです。' },
  priority_replacement: { other: '失われたリンク{count}件を、保証に基づいて差し替える必要があります。' },
  priority_approval: '{day}からお客様のご対応をお待ちしています：{what}',
  priority_content: { other: 'この期間にお約束した記事{target}本のうち、{count}本がまだ公開されていません。' },
  priority_action_us: '弊社の次の作業（{day}まで）：{action}',
  priority_action_you: 'お客様の次の作業（{day}まで）：{action}',

  // What we need.
  need_blueprint: 'サイト設計図をご承認ください。',
  need_blueprint_named: 'サイト設計図「{title}」をご承認ください。',
  need_content: '公開前の記事をご確認ください。',
  need_content_named: '公開前の記事「{title}」をご確認ください。',
  need_order: '被リンクの注文（番号{id}）をご承認ください。',
  need_order_named: '被リンクの注文「{title}」をご承認ください。',
  need_placement: '「{domain}」へのリンク掲載をご承認ください。',
  need_brief: '被リンクの注文（番号{id}）のヒアリング項目にご回答ください。',
  need_connection: 'サイトを再接続してください。プラグインの接続が切れています。',
  need_search_console: 'Google Search Consoleを接続してください。この期間の検索データが届いていません。',

  // The summary.
  sum_up_a: '検索からの訪問は前の期間を上回り、クリック数は約{percent}増加しました。',
  sum_up_b: '今回はより多くの方がサイトを訪れ、クリック数は約{percent}増えました。',
  sum_down_a: '検索からの訪問は前の期間を下回り、クリック数は約{percent}減少しました。',
  sum_down_b: '今回は検索から訪れた方が少なく、クリック数は約{percent}減りました。',
  sum_steady_a: '検索からのアクセスは、これまでの水準を維持しました。',
  sum_steady_b: '検索からの訪問は、前の期間とほぼ同じでした。',
  sum_from_nothing: 'サイトに検索からの訪問が入り始めました。',
  sum_first: {
    other: '検索データのある最初の期間です。この期間のクリック数{count}回が、今後のレポートの起点になります。',
  },
  sum_no_search: 'この期間の検索データが届いていないため、サイトの露出状況はまだ評価できません。',
  sum_year_still_above: 'それでも前年同期を約{percent}上回っており、長い目で見れば好調を保っています。',
  sum_year_still_below: 'それでも、前年同期と比べると約{percent}少ない水準です。',
  sum_year_above: 'ただし、前年同期と比べると約{percent}多い水準です。',
  sum_year_below: 'ただし、前年同期と比べると約{percent}少ない水準です。',
  sum_position_up: 'ページの順位は以前より上がり、平均掲載順位は{place}位になりました。',
  sum_position_up_too: 'ページの順位も以前より上がり、平均掲載順位は{place}位になりました。',
  sum_position_up_though: '一方で、ページの順位は以前より上がり、平均掲載順位は{place}位になりました。',
  sum_position_down: 'ページの順位は以前よりやや下がり、平均掲載順位は{place}位になりました。',
  sum_position_down_too: 'ページの順位も以前よりやや下がり、平均掲載順位は{place}位になりました。',
  sum_position_down_though: '一方で、ページの順位は以前よりやや下がり、平均掲載順位は{place}位になりました。',
  sum_links_then_up: {
    other: '{day}に新しいリンクが{count}件公開されました。その翌週のクリック数は、前の週を約{percent}上回りました。',
  },
  sum_links_then_down: {
    other:
      '{day}に新しいリンクが{count}件公開されました。その翌週のクリック数は前の週を約{percent}下回りましたが、リンクの効果が表れるまでには通常もう少し時間がかかります。',
  },
  sum_conversions_up: 'コンバージョンは約{percent}増加しました。',
  sum_conversions_up_too: 'コンバージョンも約{percent}増加しました。',
  sum_conversions_up_though: '一方、コンバージョンは約{percent}増加しました。',
  sum_conversions_down: 'コンバージョンは約{percent}減少しました。',
  sum_conversions_down_too: 'コンバージョンも約{percent}減少しました。',
  sum_conversions_down_though: '一方、コンバージョンは約{percent}減少しました。',
  sum_articles_a: { other: '新しい記事を{count}本公開しました。' },
  sum_articles_b: { other: 'サイトに新しい記事が{count}本加わりました。' },
  sum_content_behind: {
    other: 'この期間にお約束した記事のうち{count}本が未公開です。遅れは今後取り戻します。',
  },
  sum_links: { other: '新しいリンクが{count}件公開されました。' },
  sum_approvals: { other: 'お客様の承認待ちが{count}件あります。ご承認いただければ、作業を進められます。' },
  sum_briefs: {
    other: '作業を進めるため、{count}件のヒアリング項目へのご回答をお願いいたします。',
  },
  sum_connections: { other: '作業を進めるため、{count}件の接続をお願いいたします。' },
  sum_more_to_come: '次回のレポートでは、より詳しくお伝えできる見込みです。',
  sum_plan_below: '今後の取り組みは、このレポートの末尾に記載しています。',
};
