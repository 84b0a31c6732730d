import { PROBLEMS } from './problem.ts';

/** What the browsable documents may load: this process's own files, and nothing from anywhere else. */
export const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const DOCS_ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const document = (title: string, head: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${head}</head><body>${body}</body></html>
`;

export const docsPage = (): string =>
  document(
    'igny8-business API',
    '<link rel="icon" href="/docs/assets/favicon-32x32.png"><link rel="stylesheet" href="/docs/assets/swagger-ui.css">',
    '<div id="ui"></div><script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/assets/start.js"></script>',
  );

/** In a file of its own, since the policy lets no script run that stands in the page. */
export const START_SCRIPT = `window.ui = SwaggerUIBundle({
  url: '/openapi.json', dom_id: '#ui', deepLinking: true, docExpansion: 'none', validatorUrl: null,
});
`;

/** What a problem's \`type\` leads to; null where there is no such code. */
export function problemPage(code: string): string | null {
  if (!Object.hasOwn(PROBLEMS, code)) return null;
  const [status, title] = PROBLEMS[code as keyof typeof PROBLEMS];
  const style = '<style>body{font:16px/1.5 system-ui;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>';
  return document(
    code,
    style,
    `<main><h1>${title}</h1><p>HTTP ${status}, code <code>${code}</code>.</p>
<p>The answer's <code>detail</code> says what happened in this case, its <code>errors</code> which fields are concerned.</p>
<p><a href="/docs">The whole API</a></p></main>`,
  );
}
