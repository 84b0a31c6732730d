import type { BrandingEvent } from '#domain/reports/branding';
import { type Heard, type Projected, type Projection, projection } from '#runtime/projection';
import { boolean, integer, oneOf, type Stored, stamps, table, text } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const BRANDINGS = table(
  'igny8_agency_branding',
  {
    id: integer,
    account_id: integer,
    brand_name: text,
    brand_logo_url: text.orNull,
    primary_color: text,
    secondary_color: text,
    contact_email: text.orNull,
    contact_phone: text.orNull,
    website_url: text.orNull,
    footer_text: text.orNull,
    report_domain: text.orNull,
    is_active: boolean,
    status: oneOf('there', 'removed'),
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id']], tenant: true },
);
export type BrandingRow = Stored<typeof BRANDINGS>;

/** What the reports of agencies look like. */
export const brandings: Projection = projection<BrandingEvent>({
  name: BRANDINGS.name,
  version: 1,
  tables: [BRANDINGS],
  on: {
    BrandingCreated: put,
    BrandingChanged: put,
    BrandingRemoved: (rows, { data, at, revision }) =>
      rows.change(BRANDINGS, { id: data.branding_id }, (row) => ({
        ...row,
        status: 'removed',
        revision,
        updated_at: at,
      })),
  },
});

async function put(
  rows: UnitOfWork,
  { data, at, revision }: Projected<Heard<BrandingEvent, 'BrandingCreated' | 'BrandingChanged'>>,
): Promise<void> {
  const { branding_id: id, account_id, fields } = data;
  const known = await rows.get(BRANDINGS, { id });
  rows.put(BRANDINGS, {
    id,
    account_id,
    ...fields,
    status: 'there',
    revision,
    created_at: known?.created_at ?? at,
    updated_at: at,
  });
}
