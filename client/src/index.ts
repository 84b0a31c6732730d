export { type Client, type ClientSettings, createClient } from './client.ts';
export { retryIfMoved } from './pages.ts';
export {
  BadRequest,
  Busy,
  Conflict,
  FeatureNotInPlan,
  type FieldError,
  Forbidden,
  KeyReused,
  NotFound,
  type ProblemCode,
  type ProblemDocument,
  ProblemError,
  RateLimited,
  RevisionMoved,
  ServerFault,
  Unauthorized,
  UnexpectedAnswer,
  Validation,
} from './problem.ts';
export { Unreachable } from './retry.ts';
export type { paths } from './schema.d.ts';
export type { Answer, Data, Item, ListPath, Operations, Options, Schemas } from './types.ts';
export {
  type VerifiedWebhook,
  verifyWebhook,
  type WebhookMessage,
  WebhookRejected,
  type WebhookToVerify,
} from './webhook.ts';
