import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withReports } from '#test/support/made-reports';
import { type Houses, houses } from '#test/support/pages';

/** Both have an account 1, and reports that begin with the very same look. */
describe('two stores that keep their files in one place', () => {
  const stores: Houses[] = [];
  beforeAll(async () => {
    for (let n = 0; n < 2; n++) stores.push(await withReports(await houses()));
  });
  afterAll(async () => {
    for (const store of stores) await store.stop();
  });

  it('read their own', async () => {
    for (const store of stores)
      for (const path of ['page/', 'pdf/']) {
        const headers = { authorization: 'Bearer first-admin-token' };
        const answer = await fetch(`${store.url}/api/v1/services/reports/1/${path}`, { headers });
        expect([path, answer.status]).toEqual([path, 200]);
      }
  });
});
