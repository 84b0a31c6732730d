import type { FC } from 'hono/jsx';
import type { Sent } from '../forms.ts';
import type { Page, Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import { type Choices, clientChoices } from '../team/choosing.tsx';
import { THEIRS } from './common.ts';

/** Whose pages of brands and templates are; admins see those of all accounts, and say whose a new one is. */
export const BRANDED = { ...THEIRS, roles: ['agency', 'admin'], may: 'reports' } as const satisfies Partial<Page>;
const ACCOUNT: FieldSpec = { name: '/account_id', label: '', kind: 'choice', required: true, nullable: false };

/** Among which accounts an admin chooses; null for an agency, whose it is anyway. */
export const accountChosen = async (visit: Visit, form: string): Promise<Choices | null> =>
  visit.isStaff ? clientChoices(visit, { field: 'account', form, name: ACCOUNT.name }) : null;

type Props = { readonly visit: Visit; readonly form: string; readonly account: Choices | null };
export const Whose: FC<Props> = ({ visit: { form, say, search }, form: name, account }) =>
  account === null ? null : (
    <Field
      form={form(name)}
      field={{ ...ACCOUNT, choices: Object.keys(account.words) }}
      say={say}
      label={say('brand.account')}
      words={account.words}
      value={search.getAll('account')}
    />
  );

/** The account that was chosen; nothing where none could be. */
export function accountIn(sent: Sent): { readonly account_id?: number } {
  const chosen = sent.text(ACCOUNT.name);
  return chosen === '' ? {} : { account_id: Number(chosen) };
}
