import type { Hono } from 'hono';
import { PROBLEMS } from '../kit/problem.ts';

export type Asset = { readonly type: string; readonly content: Uint8Array };

const ASSETS = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The browsable documents, served by this process alone: nothing is loaded from elsewhere. */
export function docsRoutes(app: Hono, asset: (name: string) => Promise<Asset | null>): void {
  app.get('/docs', (c) =>
    c.html(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>igny8-business API</title>
<link rel="icon" href="/docs/assets/favicon-32x32.png"><link rel="stylesheet" href="/docs/assets/swagger-ui.css"></head>
<body><div id="ui"></div><script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/assets/start.js"></script></body></html>`),
  );
  app.get('/docs/assets/:name', async (c) => {
    const name = c.req.param('name');
    if (name === 'start.js') return c.body(START, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
    const found = ASSETS.includes(name) ? await asset(name) : null;
    return found
      ? c.body(found.content as Uint8Array<ArrayBuffer>, 200, {
          'Content-Type': found.type,
          'Cache-Control': 'public, max-age=86400',
        })
      : c.notFound();
  });
  app.get('/docs/problems/:code', (c) => {
    const known = Object.entries(PROBLEMS).find(([code]) => code === c.req.param('code'));
    if (!known) return c.notFound();
    const [code, [status, title]] = known;
    return c.html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${code}</title></head>
<body style="font:16px/1.5 system-ui;max-width:40rem;margin:3rem auto;padding:0 1rem"><h1>${title}</h1>
<p>HTTP ${status}, code <code>${code}</code>. The <code>detail</code> of the answer says what happened in this case, <code>errors</code> which fields are concerned.</p>
<p><a href="/docs">All of the API</a></p></body></html>`);
  });
}

const START = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true, docExpansion: 'none', persistAuthorization: false, validatorUrl: null });`;
