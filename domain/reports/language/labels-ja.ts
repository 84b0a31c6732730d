import type { Phrase } from './index.ts';
import type { labelsEn } from './labels-en.ts';

/** What a rendering says in words of ours, in Japanese. */
export const labelsJa: Readonly<Record<keyof typeof labelsEn, Phrase>> = {
  'type.weekly': 'SEO週次レポート',
  'type.monthly': 'SEO月次レポート',
  'type.quarterly': 'SEO四半期レポート',

  'verdict.title': '総合評価',
  'verdict.improving': '改善',
  'verdict.stable': '安定',
  'verdict.declining': '低下',
  'verdict.none': 'データ不足',

  'first.win': '最大の成果',
  'first.no_win': '今回、特に目立つ成果はありません。',
  'first.priority': '最優先事項',
  'first.no_priority': '急ぎの事項はありません。',
  'first.needs': 'お客様へのお願い',
  'first.no_needs': '現時点ではありません。引き続き作業を進めます。',
  'first.need_since': '{day}から対応待ち',
  'first.goals': '目標',
  'first.no_goals': '目標はまだ設定されていません。',
  'first.figures': '主要指標',

  'need.approval': '承認',
  'need.brief': '要件の確認',
  'need.connection': '接続',

  'pace.ahead': '計画を上回る',
  'pace.on_track': '計画どおり',
  'pace.behind': '遅れ',
  'pace.missed': '未達成',
  'pace.met': '達成',
  'goal.by': '{day}までに{target}',
  'goal.from': '開始時 {baseline}',
  'goal.now': '現在 {value}',
  'goal.unknown': '未計測',

  'period.both': '{period}を、前の期間（{before}）および前年同期（{year_before}）と比較しています。',
  'period.cut': 'データは{day}までです。この期間のうち{compared}を、前の期間と前年同期の同じ日数と比較しています。',
  'period.days': { other: '{count}日間' },
  'period.paused': { other: 'サービスは{count}日間休止していました（{days}）。' },

  'change.against': '{period}比',
  'change.no_before': '前の期間のデータなし',
  'change.no_year': '前年のデータなし',
  'change.same': '変化なし',
  'change.better': '改善',
  'change.worse': '悪化',
  'change.points': '{value}ポイント',

  'flag.green': '順調',
  'flag.amber': '要観察',
  'flag.red': '要対応',
  'flag.rule': '判定の基準',

  'contents.title': 'このレポートの内容',

  'part.next': 'この結果の意味と今後',
  'part.source': '出典：{source}',
  'part.data_to': '{day}までのデータ',
  'part.empty': '表示できる内容はまだありません',
  'part.more_rows': '全{total}件のうち、最初の{shown}件を表示しています。',
  'part.no_rows': 'この期間はありません。',
  'part.unknown': '不明',
  'part.total': '合計',

  'comment.title': '担当者より',
  'comment.by': '{author}、{when}',
  'annotation.title': '期間中の出来事',
  'annotation.number': '注記{number}',

  'log.title': '数値の根拠',
  'log.short': 'ログ位置：{position}',
  'log.text':
    'すべての数値は、ログの位置{position}までの記録に基づいています。同じ位置からは常に同じ数値が得られ、後から判明したことは次のバージョンに反映されます。',
  'log.position': 'ログ位置',
  'log.version': 'バージョン',
  'log.version_short': 'バージョン{version}',
  'log.made': '作成日時',
  'log.report': 'レポート番号',
  'page.of': '{page} / {pages}ページ',
  'page.prepared_for': '{client}様',
  'page.prepared_by': '作成：{name}',
  'page.skip': 'レポート本文へ移動',

  'link.pdf': 'PDFをダウンロード',
  'link.read': 'レポート全文を読む',
  'link.open': '開く',
  'link.unsubscribe': '今後このレポートの配信を希望しない',

  'mail.subject': '{site}：{type}（{period}）',
  'mail.greeting': 'レポートが完成しました。{site}の{type}（{period}）です。',
  'mail.why': 'このメールは、{site}のレポートの送付先として登録されたアドレスにお送りしています。',
  'mail.picture': 'グラフ：{alt}',

  'chart.alt': '{title}。{series}',
  'chart.alt_series': '{name}：{first}（{from}）から{last}（{to}）へ推移。最小{low}、最大{high}。',
  'chart.alt_share': '{name}：{value}（{percent}）。',
  'chart.alt_bar': '{name}：{value}。',
  'chart.alt_marks': '印のある箇所：{marks}。',
};
