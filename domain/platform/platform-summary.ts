import { sentences } from '#domain/kernel/sentence';
import type { PlatformEvent } from './events.ts';

/** One sentence for people about an event of what the platform is asked to do; null for events that are not told. */
export const summarizePlatform = sentences<PlatformEvent>((event) => {
  switch (event.type) {
    case 'WorkRequested':
      return `The platform was asked: ${event.data.kind}.`;
    case 'WorkRequestSent':
      return `The platform received the request ${event.data.kind}.`;
    case 'WorkRequestDone':
      return `The platform finished ${event.data.kind}.`;
    case 'WorkRequestFailed':
      return `The platform could not do ${event.data.kind}: ${event.data.error}.`;
    default:
      return null;
  }
});
