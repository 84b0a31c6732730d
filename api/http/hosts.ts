import type { MiddlewareHandler } from 'hono';
import { addressOf } from './authenticate.ts';
import type { HttpDeps } from './deps.ts';
import { introducedAs } from './inside.ts';
import { answerProblem } from './pipeline.ts';
import { notFound } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { HttpEnv } from './routes.ts';

/** On a host of an agency there is what is served on every host, and nothing else; nothing there says whose system it is. */
export function neutralHosts(
  deps: HttpDeps,
  limiter: RateLimiter,
  isThere: (path: string) => boolean,
): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const { hosts } = deps;
    // What pages ask of the API inside this process came to no host at all.
    if (!hosts || introducedAs(c.req.raw) !== null) return next();
    // Until it is known whose it is, nobody is named.
    c.set('host', { neutral: true, branding: null, open: false });
    const host = await hosts.of(c.req.header('host') ?? '');
    c.set('host', host);
    if (!host.neutral || (host.open && isThere(c.req.path))) return next();
    try {
      c.set('rate', limiter.take([addressOf(c, deps)]));
      throw notFound('address');
    } catch (problem) {
      return answerProblem(c, deps, problem);
    }
  };
}
