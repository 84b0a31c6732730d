import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { HttpDeps } from './deps.ts';
import { DOCS_ASSETS, DOCS_POLICY, docsPage, problemPage, START_SCRIPT } from './docs.ts';
import { notFound } from './problem.ts';
import { defineRoute, type Reply, type Route } from './routes.ts';

const TAG = 'Operations of the process';
const PUBLIC = { method: 'get', roles: 'public', tag: TAG } as const;

const folder = (): string => dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const html = (text: string): Reply => ({
  status: 200,
  raw: text,
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': DOCS_POLICY },
});

const readinessSchema = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.unknown()) });

/** Probes, metrics and documents: public, and outside `/api/`. */
export function operationsRoutes(deps: HttpDeps, openApi: () => unknown): Route[] {
  const assets = new Map<string, Promise<Uint8Array>>();
  const asset = (name: string): Promise<Uint8Array> => {
    const loading = assets.get(name) ?? readFile(join(folder(), name));
    assets.set(name, loading);
    return loading;
  };
  return [
    defineRoute({
      ...PUBLIC,
      path: '/healthz/',
      operationId: 'health',
      summary: 'The process is alive',
      rateLimited: false,
      answers: [{ status: 200, description: 'alive', schema: z.object({ status: z.literal('ok') }) }],
      handle: async () => ({ status: 200, body: { status: 'ok' } }),
    }),
    defineRoute({
      ...PUBLIC,
      path: '/readyz/',
      operationId: 'readiness',
      summary: 'The process can do its work: store, read models and sagas',
      rateLimited: false,
      answers: [
        { status: 200, description: 'ready', schema: readinessSchema },
        { status: 503, description: 'not ready', schema: readinessSchema },
      ],
      handle: async () => {
        const body = await deps.readiness();
        return body.ready ? { status: 200, body } : { status: 503, body, headers: { 'Retry-After': '1' } };
      },
    }),
    defineRoute({
      ...PUBLIC,
      path: '/metrics/',
      operationId: 'metrics',
      summary: 'Metrics in the Prometheus format',
      rateLimited: false,
      answers: [
        { status: 200, description: 'the metrics', contentType: 'text/plain', example: 'http_requests_total 1' },
      ],
      handle: async () => ({
        status: 200,
        raw: await deps.metrics.metrics(),
        headers: { 'Content-Type': deps.metrics.contentType },
      }),
    }),
    defineRoute({
      ...PUBLIC,
      path: '/openapi.json',
      operationId: 'openApi',
      summary: 'This document',
      answers: [{ status: 200, description: 'OpenAPI 3.1', example: { openapi: '3.1.0' } }],
      handle: async () => ({ status: 200, body: openApi() }),
    }),
    defineRoute({
      ...PUBLIC,
      path: '/docs/',
      operationId: 'docs',
      summary: 'The API to browse',
      answers: [{ status: 200, description: 'a page', contentType: 'text/html', example: '<!doctype html>' }],
      handle: async () => html(docsPage()),
    }),
    defineRoute({
      ...PUBLIC,
      path: '/docs/assets/{name}',
      operationId: 'docsAsset',
      summary: 'A file of the page',
      rateLimited: false,
      answers: [{ status: 200, description: 'the file', contentType: 'application/octet-stream', example: '…' }],
      handle: async ({ params: { name } }) => {
        const headers = { 'Cache-Control': 'public, max-age=86400' };
        if (name === 'start.js')
          return {
            status: 200,
            raw: START_SCRIPT,
            headers: { ...headers, 'Content-Type': 'text/javascript; charset=utf-8' },
          };
        const type = Object.hasOwn(DOCS_ASSETS, name) ? DOCS_ASSETS[name] : undefined;
        if (type === undefined) throw notFound('file');
        return { status: 200, raw: await asset(name), headers: { ...headers, 'Content-Type': type } };
      },
    }),
    defineRoute({
      ...PUBLIC,
      path: '/docs/problems/{code}/',
      operationId: 'docsProblem',
      summary: 'What a problem code means',
      answers: [{ status: 200, description: 'a page', contentType: 'text/html', example: '<!doctype html>' }],
      handle: async ({ params: { code } }) => {
        const page = problemPage(code);
        if (page === null) throw notFound('problem');
        return html(page);
      },
    }),
  ];
}
