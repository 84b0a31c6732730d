import { type AnnotationEvent, VISIBILITIES } from '#domain/reports/annotation';
import { type Projection, projection } from '#runtime/projection';
import { day, integer, oneOf, stamps, table, text } from '#runtime/table';

export const ANNOTATIONS = table(
  'igny8_report_annotations',
  {
    id: integer,
    account_id: integer,
    site_id: integer,
    date: day,
    text,
    visibility: oneOf(...VISIBILITIES),
    status: oneOf('added', 'removed'),
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['site_id', 'date']], tenant: true },
);

/** Notes on days of sites. */
export const annotations: Projection = projection<AnnotationEvent>({
  name: ANNOTATIONS.name,
  version: 1,
  tables: [ANNOTATIONS],
  on: {
    AnnotationAdded(rows, { data, at, revision }) {
      const { annotation_id: id, account_id, site_id, date, text, visibility } = data;
      rows.put(ANNOTATIONS, {
        id,
        account_id,
        site_id,
        date,
        text,
        visibility,
        status: 'added',
        revision,
        created_at: at,
        updated_at: at,
      });
    },
    AnnotationRemoved: (rows, { data, at, revision }) =>
      rows.change(ANNOTATIONS, { id: data.annotation_id }, (row) => ({
        ...row,
        status: 'removed',
        revision,
        updated_at: at,
      })),
  },
});
