import type { Shapes } from '#domain/kernel/shape';

/** What customers' systems can be told of the facts of the platform. What is not named here goes to nobody. */
export const PLATFORM_TOLD = {
  ArticlePublished: ['site_id', 'content_id', 'type', 'title', 'url', 'words', 'images', 'published_at'],
} satisfies Shapes;
