import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

const HEAD = `// Made from the API's own OpenAPI document by \`npm run client:generate\`; not edited by hand.\n\n`;

/** The types of the client, as source text, from the OpenAPI document that the API serves. */
export const clientSchema = async (document: unknown): Promise<string> =>
  HEAD +
  astToString(
    await openapiTS(document as OpenAPI3, { alphabetize: true, defaultNonNullable: false, emptyObjectsUnknown: true }),
  );
