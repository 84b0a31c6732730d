import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

const HEAD = `// Made from the API's own OpenAPI document by \`npm run client:generate\`; not edited by hand.\n\n`;
const OPTIONS = { alphabetize: true, defaultNonNullable: false, emptyObjectsUnknown: true };

/** The types of the client, as source text, from the OpenAPI document that the API serves. */
export const clientSchema = async (document: unknown): Promise<string> =>
  HEAD + astToString(await openapiTS(sayable(document) as OpenAPI3, OPTIONS));

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * The document as TypeScript can say it. 'Any other property is a text or a number' would hold for the properties that
 * are named as well there, and no value would do: others may be anything. So may what is made of itself without being an
 * object, such as any JSON.
 */
function sayable(value: unknown, name?: string): unknown {
  if (Array.isArray(value)) return value.map((inner) => sayable(inner));
  if (!isObject(value)) return value;
  if (value['anyOf'] && JSON.stringify(value).includes(`"#/components/schemas/${name}"`)) return {};
  const said = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sayable(inner, key)]));
  const { properties, additionalProperties: others } = said;
  return isObject(properties) && isObject(others) ? { ...said, additionalProperties: true } : said;
}
