import { createHash } from 'node:crypto';
import { createRendering } from '#adapters/reports/rendering';
import { sampleDocument } from '#test/reports/sample-document';

/** A process of its own: says the hash of a report's PDF. */
const rendering = createRendering(1);
const { bytes } = await rendering.reports.pdf(sampleDocument);
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
await rendering.close();
