import { must } from './backlinks.ts';
import type { Houses } from './pages.ts';

/** A brand and a template of each of two houses: those numbered 1 are account 1's, those numbered 2 account 2's. */
export async function withBrands(world: Houses): Promise<Houses> {
  for (const account_id of [1, 2]) {
    const brand = { account_id, brand_name: `Brand of ${account_id}` };
    const { id: branding_id } = await must(world.post('services/branding/', brand), 201);
    const template = {
      account_id,
      branding_id,
      name: `Template of ${account_id}`,
      template_html: '<p>{{site.name}}</p>',
    };
    await must(world.post('services/report-templates/', template), 201);
  }
  return world;
}
