import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { EVENT_TYPES } from '#app/events';
import { FACT_TYPES } from '#domain/platform/fact';
import { MACHINERY_TYPES } from '#runtime/saga';

/** Writes docs/events.md from the golden events: every type with an example of its data. */
const facts: readonly string[] = FACT_TYPES;
const section = (title: string, types: readonly string[]) =>
  [`## ${title}`, ...types.map((type) => `### ${type}\n\n\`\`\`json\n${example(type)}\n\`\`\``)].join('\n\n');

function example(type: string): string {
  const { data } = JSON.parse(readFileSync(`test/golden-events/${type}.json`, 'utf8')) as { data: unknown };
  return JSON.stringify(data, null, 2);
}

const own = EVENT_TYPES.filter((type) => !facts.includes(type));
export const eventsDoc = `# Events

Made by \`node --import tsx scripts/events-doc.ts\` from the golden events of the tests; do not edit. Every event also carries \`id\`, \`type\`,
\`schema_version\` (1 where nothing else is said) and metadata: \`correlation_id\`, \`causation_id\`, \`command_id\`, \`actor\`,
\`account_id\`, \`site_id\`, \`occurred_at\`, \`recorded_at\`, and where known \`request_id\` and \`traceparent\`. Amounts are
integer cents. \`on\` is a day in the billing time zone.

${section('Of the business', own)}

${section('Facts of the platform', FACT_TYPES)}

${section('Of the machinery', MACHINERY_TYPES)}
`;
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync('docs/events.md', eventsDoc);
