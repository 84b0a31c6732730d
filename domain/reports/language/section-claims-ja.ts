import type { Phrase } from './phrase.ts';
import type { sectionClaimsEn } from './section-claims-en.ts';

/** Sentences of ours about the numbers of each section, in Japanese. */
export const sectionClaimsJa: Readonly<Record<keyof typeof sectionClaimsEn, Phrase>> = {
  // Where data come from.
  source_summary: 'このレポートの全セクション',
  source_search: 'Google Search Console',
  source_rankings: 'Google Search Console（データがない場合はAhrefs）',
  source_conversions: 'サイトについて報告されたコンバージョン',
  source_articles: 'サイトで公開された記事',
  source_indexing: 'Google Search ConsoleのURL検査',
  source_links: '弊社の注文と、各リンクの確認結果',
  source_social: '投稿と、計測されたエンゲージメント',
  source_health: 'サイト設計図の計測値',
  source_work: '弊社の作業ログ',
  source_plan: '公開待ちの記事、キャンペーン計画、未完了の承認',

  // Organic traffic.
  traffic_up: '検索からのクリック数は{percent}増加し、{clicks}回になりました。',
  traffic_down: '検索からのクリック数は{percent}減少し、{clicks}回になりました。',
  traffic_steady: '検索からのクリック数は{clicks}回で、横ばいでした。',
  traffic_first: { other: '検索からのクリック数は{count}回でした。比較できる前の期間はありません。' },
  traffic_from_nothing: { other: '検索からのクリックが{count}回ありました。前の期間はありませんでした。' },
  traffic_still_nothing: '前の期間と同じく、検索からのクリックはありませんでした。',
  traffic_none: 'この期間の検索データはありません。',
  traffic_none_reason:
    'この期間について、Google Search Consoleからの報告がありません。接続され、データが報告されると、ここに表示されます。',
  traffic_rule: '緑：クリック数の減少が前の期間比で5%以内。黄：20%以内。赤：20%超。',
  traffic_next_first: '次の期間から、このセクションで比較できるようになります。',
  traffic_next_seen_not_clicked:
    '表示される機会は増えましたが、クリックされる割合は下がっています。表示の多いページのタイトルと説明文を見直す価値があります。',
  traffic_next_seen_more: '表示される機会が増え、見た方のクリックも維持されています。計画どおりに進めます。',
  traffic_next_fewer_better:
    '表示される機会は減りましたが、より関心の合う方に届いています。成果の出ているテーマを広げていきます。',
  traffic_next_seen_less: '表示される機会が減っています。まず、減少の大きいページから確認します。',
  traffic_next_clicked_less:
    '表示される機会はこれまでと同程度ですが、クリックされる割合は下がっています。表示の多いページのタイトルと説明文を見直す価値があります。',
  traffic_next_clicked_more:
    '表示される機会はこれまでと同程度で、クリックされる割合は上がっています。検索結果に出る内容が、見る方の関心により合うようになっています。',
  traffic_next_same: '表示される機会はこれまでとほぼ同じです。今後の伸びは、新しいテーマと順位の向上にかかっています。',
  year_unknown: '前年同期のデータはありません。',
  year_same: '前年同期とほぼ同じ水準です。',
  year_more: '前年同期を{percent}上回っています。',
  year_less: '前年同期を{percent}下回っています。',
  search_cut: { other: '検索データは{day}までのため、各期間の最初の{count}日間を比較しています。' },

  // Keyword rankings.
  rankings_first: { other: '10位以内のキーワードは{count}件です。以前の状況は不明です。' },
  rankings_same: { other: '10位以内のキーワードは{count}件で、前の期間と同数です。' },
  rankings_more: { other: '10位以内のキーワードは{before}件から{count}件に増えました。' },
  rankings_fewer: { other: '10位以内のキーワードは{before}件から{count}件に減りました。' },
  rankings_new: { other: '{count}件のキーワードが新たに順位を獲得しました。' },
  rankings_none: 'この期間の順位データはありません。',
  rankings_none_reason:
    'この期間の順位は、Google Search ConsoleからもAhrefsからも報告されていません。いずれかから報告されると、ここに表示されます。',
  rankings_rule: '緑：10位以内のキーワード数の減少が前の期間比で5%以内。黄：20%以内。赤：20%超。',
  rankings_next_loser: '「{keyword}」の順位が最も大きく下がりました。該当ページから改善します。',
  rankings_next_gone: '「{keyword}」が50位以内から外れました。該当ページから改善します。',
  rankings_next_winners: '順位の上がったキーワードから、成果の出るテーマがわかります。これを足がかりに進めます。',
  rankings_next_steady: '順位は安定しています。次の動きを生むのは、新しい記事とリンクです。',

  // Conversions.
  conversions_first: { other: 'コンバージョンは{count}件でした。比較できる前の期間はありません。' },
  conversions_same: { other: 'コンバージョンは{count}件で、前の期間と同数でした。' },
  conversions_up: { other: 'コンバージョンは{count}件で、前の期間より{percent}増えました。' },
  conversions_down: { other: 'コンバージョンは{count}件で、前の期間より{percent}減りました。' },
  conversions_channel: 'そのうち{percent}はチャネル「{channel}」によるものです。',
  conversions_none: 'この期間のコンバージョンは確認されていません。',
  conversions_none_reason:
    'この期間について、サイトのコンバージョンは報告されていません。フォーム、電話、売上などの計測が始まると、ここに表示されます。',
  conversions_rule: '緑：コンバージョンの減少が前の期間比で5%以内。黄：20%以内。赤：20%超。',
  conversions_next: 'コンバージョンにつながるページへ、訪問とリンクを集めます。',
  conversions_next_down: 'まずフォームと計測が正しく動いているかを確認し、次に訪問の減ったページを確認します。',

  // Content.
  content_published: { other: '記事を{count}本公開しました。' },
  content_nothing: '公開した記事はありません。',
  content_target_met: 'お約束した{target}本を達成しました。',
  content_target_missed: { other: 'お約束した{target}本のうち、{count}本が未公開です。' },
  content_none: 'この期間に公開した記事はありません。',
  content_none_reason:
    'このサイトは運用プランの対象外で、公開された記事もありません。公開されると、ここに表示されます。',
  content_not_due_reason: 'この期間にお約束した記事はありません。公開されると、ここに表示されます。',
  content_rule: '緑：この期間にお約束した記事をすべて公開。黄：80%以上を公開。赤：80%未満。',
  content_next: '新しい記事の順位が検索で定まるまでには、通常数週間かかります。',
  content_next_behind: '未公開の記事は、次の期間に優先して公開します。',

  // Indexing.
  indexing_indexed: { other: '検査した{inspected}ページのうち、{count}ページがインデックスに登録されています。' },
  indexing_more: { other: '以前より{count}ページ増えました。' },
  indexing_fewer: { other: '以前より{count}ページ減りました。' },
  indexing_errors: { other: '全体の{percent}にあたる{count}ページにエラーがあります。' },
  indexing_none: 'まだ検査したページはありません。',
  indexing_none_reason: 'ページの検査にはGoogle Search Consoleを使います。接続されると、ここに表示されます。',
  indexing_rule: '緑：エラーのあるページが検査したページの2%以下。黄：5%以下。赤：5%超。',
  indexing_next: '検査したページはすべて検索結果に表示できます。新しいページは公開のたびに検査します。',
  indexing_next_pending: '登録待ちのページは再度検査します。多くは数週間以内にインデックスに登録されます。',
  indexing_next_errors: 'エラーのあるページは、理由とともに以下に一覧で示します。優先して修正します。',

  // Backlinks.
  links_built: { other: '新しいリンクが{count}件公開されました。' },
  links_none_built: 'この期間に公開された新しいリンクはありません。',
  links_average: 'ドメインレーティング（DR）の平均は{dr}です。',
  links_spent: '予算{budget}のうち、{spent}を使用しました。',
  links_over_budget: '使用額は{spent}で、予算の{budget}を上回りました。',
  links_none: 'この期間に被リンクキャンペーンは行われませんでした。',
  links_none_reason:
    'キャンペーンはプランに含まれていますが、この期間に進行した注文はありません。注文が承認されると、リンクがここに表示されます。',
  links_not_booked_reason:
    'このサイトには被リンクの注文がありません。注文が承認されると、リンクがここに1件ずつ表示されます。',
  links_rule:
    '緑：遅れている注文も、未対応の差し替えもない。黄：いずれかが1件ある。赤：2件以上ある、または納期を過ぎた注文がある。',
  links_next: '保証期間中は、各リンクを繰り返し確認します。',
  links_next_owed: { other: '失われたリンク{count}件を、保証に基づいて差し替えます。' },
  links_next_past_due: { other: '{count}件の注文が納期を過ぎています。不足しているリンクを優先します。' },
  links_next_behind: { other: '{count}件の注文が予定より遅れています。そのリンクを優先します。' },

  // Social media.
  social_no_posts: '投稿はありませんでした。',
  social_posts: { other: '投稿を{count}件公開しました。' },
  social_engagement: { other: '期間中に投稿が得た反応は{count}件でした。' },
  social_not_measured: '投稿への反応はまだ計測されていません。',
  social_none: 'この期間に投稿はありませんでした。',
  social_none_reason:
    'ソーシャルメディアへの投稿はプランに含まれていますが、この期間に公開されたものはありません。公開されると、ここに表示されます。',
  social_not_booked_reason:
    'ソーシャルメディアはプランに含まれていません。プランに追加されると、投稿がここに表示されます。',
  social_next: '反応は投稿のたびに改めて計測します。',
  social_next_best: '最も反応の良かった投稿は{platform}でした。そこで効果のあった内容を増やしていきます。',

  // The blueprint's health.
  health_completion: 'サイト設計図の{percent}が完成しています。',
  health_authority: 'オーソリティスコアは{score}です。',
  health_authority_up: { other: 'オーソリティスコアは{count}ポイント上がり、{score}になりました。' },
  health_authority_down: { other: 'オーソリティスコアは{count}ポイント下がり、{score}になりました。' },
  health_none: 'サイト設計図はまだ計測されていません。',
  health_none_reason: '設計図が承認され、最初のページが公開されると計測を始めます。',
  health_rule: '緑：サイト設計図の80%以上が完成。黄：50%以上。赤：50%未満。',
  health_next_none: 'サイト設計図に不足している箇所はありません。',
  health_next_gaps: { other: '不足している箇所が{count}件あります。順に補っていきます。' },

  // Work done.
  work_days: { other: 'この期間は、{count}日にわたり作業を完了しました。' },
  work_article: { other: '記事を{count}本公開しました。' },
  work_link_live: { other: 'リンクが{count}件公開されました。' },
  work_link_replaced: { other: '失われたリンクを{count}件差し替えました。' },
  work_page_indexed: { other: '新たに{count}ページがインデックスに登録されました。' },
  work_schema: { other: '{count}ページに構造化データを追加しました。' },
  work_technical: { other: '技術的な改善を{count}件行いました。' },
  work_none: 'この期間に完了した作業はありません。',
  work_none_reason:
    'この期間の弊社のログには、記事、リンク、インデックス登録、技術作業の記録がありません。完了した作業は、ここに自動で表示されます。',
  work_next: 'ここに記載の内容はすべて弊社のログに基づくもので、手入力はありません。',

  // The plan.
  plan_publish: '「{title}」を公開する。',
  plan_link: '「{page}」へのリンクを、アンカーテキスト「{anchor}」で獲得する。',
  plan_ours: { other: '弊社の作業を{count}件予定しています。' },
  plan_ours_none: '弊社の作業の予定はまだありません。',
  plan_yours: { other: 'お客様にご対応いただきたいものが{count}件あります。' },
  plan_none: '次の期間の予定はまだありません。',
  plan_none_reason: '公開待ちの記事、予定しているリンク、未完了の承認があれば、すぐにここに表示されます。',
  plan_next: 'この件でお客様にお願いすることはありません。',
  plan_next_yours: '最初のご回答を{day}までにお願いいたします。',
};
