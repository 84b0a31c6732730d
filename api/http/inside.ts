import type { Principal } from './principal.ts';

/** Who a request inside this process is from, for as long as the request is there; nothing that is sent can say so. */
const introduced = new WeakMap<Request, Principal>();

/** Makes the request one of that caller, who has been accepted already and whose rate has been taken from. */
export function introduce(request: Request, principal: Principal): Request {
  introduced.set(request, principal);
  return request;
}

/** Who was introduced with the request; null for whatever came from outside. */
export const introducedAs = (request: Request): Principal | null => introduced.get(request) ?? null;
