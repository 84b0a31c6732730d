import type { IndexingService } from '#commands/links/ports-backlinks';

/** A person submits the URL by hand: the request itself is what tells them, so it is taken with its opening. */
export const manual: IndexingService = {
  name: 'manual',
  submit: async () => ({ outcome: 'accepted', reference: null }),
};
