/** What a failed exchange over HTTP may be called in events and logs: a code, never the message, which may hold the address. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
  const told = code ?? cause?.code;
  return typeof told === 'string' && told !== '' ? told : error.name;
}
