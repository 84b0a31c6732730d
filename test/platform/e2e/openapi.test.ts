import { join } from 'node:path';
import { lintFromString, loadConfig } from '@redocly/openapi-core';
import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

type Schema = { readonly [key: string]: unknown };
type Answer = { readonly $ref?: string; readonly content?: { readonly [type: string]: { readonly schema?: Schema } } };
type Operation = {
  readonly operationId: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
  readonly responses: { readonly [status: string]: Answer };
};
type Document = {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: { readonly schemas: { readonly [name: string]: Schema } };
};

describe('the OpenAPI document', () => {
  let api: SandboxApi;
  let document: Document;
  let operations: { readonly path: string; readonly method: string; readonly operation: Operation }[];
  beforeAll(async () => {
    api = await sandboxApi();
    document = await must(api.get('/openapi.json'));
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  });
  afterAll(() => api.stop());

  test('has nothing that Redocly finds fault with', async () => {
    const config = await loadConfig({ configPath: join(import.meta.dirname, '../../../redocly.yaml') });
    const found = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
    expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  });

  test('has nothing that Spectral finds fault with', async () => {
    // Spectral looks at each problem once for each operation that names it: they are looked at where they stand.
    const source = JSON.stringify(document, (key, value) => (key === 'responses' ? withoutProblems(value) : value));
    const linter = new spectral.Spectral();
    // As .spectral.yaml has it.
    const rules = { 'path-keys-no-trailing-slash': 'off', 'oas3-unused-component': 'off' };
    linter.setRuleset(new spectral.Ruleset({ extends: [rulesets.oas], rules }));
    const found = await linter.run(source);
    expect(found.map(({ code, message, path }) => [code, message, path.join('/')])).toEqual([]);
  }, 60_000);

  test('names every resource, and describes every operation and parameter', () => {
    const wordless: string[] = [];
    for (const { operation } of operations) {
      const { operationId, description, parameters, responses } = operation;
      expect([operationId, (description ?? '').length > 20]).toEqual([operationId, true]);
      expect([operationId, Object.keys(responses).some((status) => /^[23]/.test(status))]).toEqual([operationId, true]);
      for (const { name, description: words = '' } of parameters)
        if (words === '' || words === name) wordless.push(`${operationId} ${name}`);
      for (const [status, answer] of Object.entries(responses)) {
        const schema = answer.content?.['application/json']?.schema;
        if (schema) expect([operationId, status, Object.keys(schema)]).toEqual([operationId, status, ['$ref']]);
      }
    }
    expect(wordless).toEqual([]);
    for (const name of ['Invoice', 'Payment', 'CreditNote', 'Dispute', 'ManagedSubscription', 'BacklinkOrder', 'Plan'])
      expect(document.components.schemas).toHaveProperty(name);
    for (const name of ['InvoiceList', 'DisputeList', 'BacklinkList', 'TimelineEntryList', 'EventList'])
      expect(document.components.schemas).toHaveProperty(name);
  });

  test('declares the paging of every list that grows', () => {
    for (const { operation } of operations) {
      const ok = operation.responses['200']?.content?.['application/json']?.schema?.['$ref'];
      const schema = document.components.schemas[String(ok).replace('#/components/schemas/', '')];
      const fields = Object.keys((schema?.['properties'] ?? {}) as Schema);
      const taken = operation.parameters.map(({ name }) => name);
      if (fields.includes('next')) expect(taken).toEqual(expect.arrayContaining(['page', 'page_size', 'ordering']));
      if (fields.includes('next_after')) expect(taken).toEqual(expect.arrayContaining(['after', 'limit']));
      if (/Timeline$|^list(IndexingCredits|FeatureUsage)$/.test(operation.operationId))
        expect([operation.operationId, fields.some((field) => field.startsWith('next'))]).toEqual([
          operation.operationId,
          true,
        ]);
    }
  });

  test('declares 404 wherever something is named that may not be there', () => {
    for (const { path, operation } of operations)
      if (path.includes('{'))
        expect([path, Object.keys(operation.responses)]).toEqual([path, expect.arrayContaining(['404'])]);
  });
});

const withoutProblems = (responses: { readonly [status: string]: Answer }) =>
  Object.fromEntries(Object.entries(responses).filter(([, { $ref }]) => $ref === undefined));
