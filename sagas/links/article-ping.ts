import type { DomainEvent } from '#domain/kernel/decider';
import type { ArticlePingEvent } from '#domain/links/article-ping';
import { type SagaStep, saga } from '#runtime/saga';

type Ping =
  | { readonly status: 'none' }
  | {
      readonly status: 'asked' | 'done';
      readonly siteId: number;
      readonly contentId: number;
      readonly url: string;
    };

/**
 * Tells the engines of IndexNow of each new article of a client, once, where the key of its host is held: it is free, and
 * says nothing to Google. Nothing begins for any other article.
 */
export const articlePing = (holds: (url: string) => boolean) =>
  saga<Ping, ArticlePingEvent>({
    name: 'article-ping',
    starts: {
      ArticlePublished: ({ site_id, content_id, url }) =>
        typeof url === 'string' && holds(url)
          ? { instance: `${String(site_id)}-${String(content_id)}`, keys: [] }
          : null,
    },
    listens: {},
    initial: { status: 'none' },
    evolve: (state, entry): Ping => {
      if (entry.kind === 'event')
        return state.status !== 'none' && (entry.event as DomainEvent).type === 'ArticlePinged'
          ? { ...state, status: 'done' }
          : state;
      if (state.status !== 'none') return { ...state };
      const { site_id, content_id, url } = entry.input.data;
      return { status: 'asked', siteId: Number(site_id), contentId: Number(content_id), url: String(url) };
    },
    react: (input, state): readonly SagaStep<ArticlePingEvent>[] => {
      if (state.status !== 'asked') return [];
      const { siteId, contentId, url } = state;
      // Asked for again by a fact that is repeated it is the same effect, by its name.
      if (input.type === 'ArticlePublished')
        return [
          {
            do: 'effect',
            name: 'ping',
            kind: 'ping_article',
            key: `article-ping-${siteId}-${contentId}`,
            payload: { url },
          },
        ];
      if (input.type !== 'EffectSucceeded') return [];
      const { ok, status, error } = input.data['result'] as {
        readonly ok: boolean;
        readonly status: number | null;
        readonly error: string | null;
      };
      const data = { site_id: siteId, content_id: contentId, url, ok, status, error };
      return [{ do: 'record', event: { type: 'ArticlePinged', at: input.at, data } }];
    },
  });
