import type { Context } from 'hono';
import type { HttpEnv } from './routes.ts';

/**
 * False for what a page of another site has sent: browsers say where a request comes from. One that says nothing of it comes from
 * something that no other site's page can make say nothing.
 */
export function comesFromHere(c: Context<HttpEnv>): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = c.req.header('origin');
  return origin === undefined || hostOf(origin) === (c.req.header('host') ?? '').toLowerCase();
}
const hostOf = (origin: string): string | null => /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;

const LOOPBACK = /^(localhost|([\w-]+\.)+localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
/** Whether browsers keep a `Secure` cookie of the host that this request came to: by TLS, or on this very machine. */
export function keepsSecrets(c: Context<HttpEnv>, publicUrl: string | null): boolean {
  const host = (c.req.header('host') ?? '').toLowerCase();
  if (LOOPBACK.test(host)) return true;
  // Hosts of agencies are reached by TLS, and by nothing else.
  if (c.get('host')?.neutral) return true;
  return (publicUrl?.startsWith('https:') ?? false) && new URL(publicUrl ?? '').host === host;
}
