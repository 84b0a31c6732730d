import type { FC } from 'hono/jsx';
import { Problem } from '#api/http/problem';
import type { Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm } from '../parts/show.tsx';
import { Concerned, triedOn } from '../parts/tried.tsx';
import type { FieldSpec } from '../schema-fields.ts';

const AT = '/app/price-book/';
const DRY_RUN = 'services/price-book/dry-run/';
export type Figure = { readonly path: string; readonly value: string };

/** The figure that the address would change, and to what. */
export const wantedIn = (search: URLSearchParams): Readonly<Record<string, string>> | null => {
  const [path, value] = [search.get('figure'), search.get('value')?.trim() ?? ''];
  return path === null || value === '' ? null : { [path]: value };
};
/** All whom it concerns, as a table to take along. */
export const asTable = ({ backend, search }: Visit) => {
  const changes = wantedIn(search);
  if (changes === null) return { to: AT };
  return backend.answer(DRY_RUN, { query: { format: 'csv' }, body: { changes } });
};

/** Another figure: first whom it concerns, then the change itself, with why. */
export async function changeOf(visit: Visit, of: Omit<Props, 'visit' | 'outcome'>) {
  const changes = wantedIn(visit.search);
  const outcome =
    changes === null
      ? null
      : await triedOn(visit, async (query) => (await visit.backend.post(DRY_RUN, { query, body: { changes } })).data);
  return <Change visit={visit} {...of} outcome={outcome} />;
}

type Props = {
  readonly visit: Visit;
  readonly figure: Figure;
  /** As it is called. */
  readonly name: string;
  readonly etag: string | null;
  /** Orders that keep theirs. */
  readonly open: number;
  readonly outcome: Awaited<ReturnType<typeof triedOn>> | null;
};
const Change: FC<Props> = ({ visit, figure: { path, value }, name, etag, open, outcome }) => {
  const { say, search } = visit;
  const form = visit.form('change');
  const [problem, done] = outcome instanceof Problem ? [outcome, null] : [null, outcome];
  const field = (of: string, label: string, kind: FieldSpec['kind']): FieldSpec => ({
    name: of,
    label,
    kind,
    required: true,
    nullable: false,
  });
  const looked = { ...form, name: 'look', typed: null, errors: new Map(problem ? [['value', problem.message]] : []) };
  const wanted = search.get('value')?.trim() ?? value;
  return (
    <div class="stack">
      <section class="card">
        <p>{`${name} is ${value}. What is drafted from then on follows the new figure. No bill of what was agreed changes: open orders that keep theirs: ${open}.`}</p>
        <form method="get" action={AT} class="form" novalidate>
          <input type="hidden" name="figure" value={path} />
          <Field form={looked} field={field('value', 'From now on', 'text')} say={say} value={[wanted]} />
          <div class="form-end">
            <button type="submit" class={done === null ? 'main' : undefined}>
              Show whom it concerns
            </button>
            <a class="button" href={AT}>
              Leave it as it is
            </a>
          </div>
        </form>
      </section>
      {done !== null && (
        <>
          <Concerned {...done} />
          <Confirm says={`Change ${name} from ${value} to ${wanted}? It holds for what is drafted from now on.`}>
            <Form of={form} say={say} submit="Change it" etag={etag} back={{ href: AT, label: 'Leave it as it is' }}>
              <input type="hidden" name="path" value={path} />
              <input type="hidden" name={`/changes/${path}`} value={wanted} />
              <Field form={form} field={field('/reason', 'Reason', 'long')} say={say} />
            </Form>
          </Confirm>
        </>
      )}
    </div>
  );
};
