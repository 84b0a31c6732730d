import type { ArticlePingEvent } from '#domain/links/article-ping';
import { pingArticle } from '#domain/links/effects';
import type { FactOf } from '#domain/platform/fact-messages';
import { ask, saga } from '#runtime/typed-saga';

type Ping =
  | { readonly status: 'none' }
  | {
      readonly status: 'asked' | 'done';
      readonly siteId: number;
      readonly contentId: number;
      readonly url: string;
    };
type Types = {
  state: Ping;
  starts: FactOf<'ArticlePublished'>;
  listens: never;
  own: ArticlePingEvent;
  timers: Record<never, never>;
};

/**
 * Tells the engines of IndexNow of each new article of a client, once, where the key of its host is held: it is free, and
 * says nothing to Google. Nothing begins for any other article.
 */
export const articlePing = (holds: (url: string) => boolean) =>
  saga<Types>()({
    name: 'article-ping',
    asks: [pingArticle],
    timers: {},
    starts: {
      ArticlePublished: ({ site_id, content_id, url }) =>
        typeof url === 'string' && holds(url) ? { instance: `${site_id}-${content_id}`, keys: [] } : null,
    },
    listens: {},
    initial: { status: 'none' },
    evolve(state, entry) {
      if (entry.kind === 'heard' && state.status === 'none') {
        const { site_id, content_id, url = '' } = entry.event.data;
        return { status: 'asked', siteId: site_id, contentId: content_id, url };
      }
      return entry.kind === 'recorded' && state.status !== 'none' ? { ...state, status: 'done' } : state;
    },
    rests: ({ status }) => status !== 'asked',
    keeps: () => true,
    on: {
      // Asked for again by a fact that is repeated it is the same effect, by its name.
      ArticlePublished(state) {
        if (state.status === 'none') return [];
        const { siteId, contentId, url } = state;
        return [ask(pingArticle, { name: 'ping', key: `article-ping-${siteId}-${contentId}`, payload: { url } })];
      },
    },
    answers: {
      ping_article: {
        succeeded(state, { at, result: { ok, status, error } }) {
          if (state.status === 'none') return [];
          const { siteId: site_id, contentId: content_id, url } = state;
          return [
            {
              do: 'record',
              event: { type: 'ArticlePinged', at, data: { site_id, content_id, url, ok, status, error } },
            },
          ];
        },
      },
    },
    fired: {},
  });
