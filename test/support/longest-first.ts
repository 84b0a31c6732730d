import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, longest first, what computes and what waits by turns: a file that is begun last of all is waited for
 * alone. Where it is wrong or incomplete, the suite takes longer and nothing else.
 */
const LONGEST = [
  'test/billing/e2e/half-year.test.ts',
  'test/process/links-kill.test.ts',
  'test/process/announcement-kill.test.ts',
  'test/pages/matrix.test.ts',
  'test/simulation/simulation.test.ts',
  'test/process/kill.test.ts',
  'test/e2e/readme-walk.test.ts',
  'test/reports/e2e/command-line.test.ts',
  'test/process/reports-kill.test.ts',
  'test/adapters/embedded-postgres.test.ts',
  'test/reports/e2e/report-life.test.ts',
  'test/runtime/postgres.test.ts',
  'test/billing/e2e/billing.test.ts',
  'test/services/e2e/content-runs.test.ts',
  'test/upgrade/upgrade.test.ts',
  'test/links/e2e/backlink-orders.test.ts',
  'test/process/start.test.ts',
  'test/services/e2e/managed-service.test.ts',
  'test/process/rig.test.ts',
  'test/billing/e2e/refunds-elsewhere.test.ts',
  'test/process/stop.test.ts',
  'test/platform/e2e/ends.test.ts',
  'test/process/frozen.test.ts',
  'test/proof/evidence-forged.test.ts',
  'test/process/erasure.test.ts',
  'test/billing/e2e/contract-import.test.ts',
  'test/billing/e2e/dunning.test.ts',
  'test/process/gates-kill.test.ts',
  'test/proof/e2e/audit-lines.test.ts',
  'test/proof/e2e/audit.test.ts',
  'test/billing/e2e/invoice-money.test.ts',
  'test/platform/e2e/standing-still.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((file) => moduleId.endsWith(file));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
