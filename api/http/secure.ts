import type { Context } from 'hono';
import type { HttpEnv } from './routes.ts';

const LOOPBACK = /^(localhost|([\w-]+\.)+localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Whether browsers keep a `Secure` cookie of the host that this request came to: by TLS, or on this very machine. */
export function keepsSecrets(c: Context<HttpEnv>, publicUrl: string | null): boolean {
  const host = (c.req.header('host') ?? '').toLowerCase();
  if (LOOPBACK.test(host)) return true;
  // Hosts of agencies are reached by TLS, and by nothing else.
  if (c.get('host')?.neutral) return true;
  return (publicUrl?.startsWith('https:') ?? false) && new URL(publicUrl ?? '').host === host;
}
