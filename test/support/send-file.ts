import { ADMIN, type Client } from './api.ts';

/** A form with a file, as a browser sends it. */
export async function sendFile(
  api: Pick<Client, 'url'>,
  token: string | null,
  name: string,
  bytes: Uint8Array,
  more: Record<string, string> = {},
  headers = {},
) {
  const form = new FormData();
  form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  for (const [key, value] of Object.entries(more)) form.set(key, value);
  const response = await fetch(`${api.url}/api/v1/files/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token ?? ADMIN}`, ...headers },
    body: form,
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at by tests, whatever their shape.
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}
