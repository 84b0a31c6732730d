import { formatMoney } from '#domain/kernel/money';
import type { ClaimEvent } from '#domain/links/backlink-order-agreement-messages';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import { GUARANTEE_REASONS, REMEDIES } from '#domain/links/guarantee';
import { type Heard, type Projection, projection } from '#runtime/projection';
import { day, decimal, instant, integer, oneOf, type Stored, stamps, table, text, uuid } from '#runtime/table';

/** Claims on the guarantee of links. */
export const CLAIMS = table(
  'igny8_backlink_guarantee_claims',
  {
    id: integer,
    account_id: integer,
    site_id: integer,
    order_id: integer,
    backlink_id: integer,
    reason: oneOf(...GUARANTEE_REASONS),
    note: text.orNull,
    /** A role, or a check of the link. */
    claimed_by: text,
    claimed_on: day,
    status: oneOf('open', 'accepted', 'refused', 'remedied'),
    refused_because: text.orNull,
    check_id: uuid.orNull,
    remedy: oneOf(...REMEDIES).orNull,
    amount: decimal.orNull,
    replacement_id: integer.orNull,
    credit_note_id: integer.orNull,
    settled_at: instant.orNull,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['order_id'], ['backlink_id'], ['status']], tenant: true },
);
export type ClaimRow = Stored<typeof CLAIMS>;

export const guaranteeClaims: Projection = projection<ClaimEvent | Heard<BacklinkOrderEvent, 'OrderLinkRejected'>>({
  name: CLAIMS.name,
  version: 1,
  tables: [CLAIMS],
  on: {
    GuaranteeClaimed: (rows, { data, at }) =>
      rows.put(CLAIMS, {
        id: data.claim_id,
        account_id: data.account_id,
        site_id: data.site_id,
        order_id: data.order_id,
        backlink_id: data.backlink_id,
        reason: data.reason,
        note: data.note,
        claimed_by: data.claimed_by?.role ?? 'live_check',
        claimed_on: data.on,
        status: 'open',
        refused_because: null,
        check_id: null,
        remedy: null,
        amount: null,
        replacement_id: null,
        credit_note_id: null,
        settled_at: null,
        created_at: at,
        updated_at: at,
      }),
    GuaranteeSettled: (rows, { data, at }) =>
      rows.change(CLAIMS, { id: data.claim_id }, (row) => ({
        ...row,
        status: data.outcome,
        refused_because: data.outcome === 'refused' ? data.reason : row.refused_because,
        check_id: data.check_id ?? row.check_id,
        remedy: data.remedy ?? row.remedy,
        amount: data.amount_cents === undefined ? row.amount : formatMoney(data.amount_cents),
        replacement_id: data.replacement_id ?? row.replacement_id,
        credit_note_id: data.credit_note_id ?? row.credit_note_id,
        settled_at: at,
        updated_at: at,
      })),
    // A replacement that is rejected remedies nothing: another is owed.
    async OrderLinkRejected(rows, { data, at }) {
      for (const { id } of await rows.find(CLAIMS, { replacement_id: data.backlink_id }))
        await rows.change(CLAIMS, { id }, (row) => ({
          ...row,
          status: 'accepted',
          replacement_id: null,
          updated_at: at,
        }));
    },
  },
});
