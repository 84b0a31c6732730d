import { ANYONE_OF } from '#api/http/routes';
import { definePage } from './page.ts';
import { Empty } from './parts/show.tsx';

/** Where whoever comes to `/app/` is led: the first page that is theirs. */
export const firstPage = definePage({
  name: 'first',
  path: '/app/',
  roles: ANYONE_OF.readers,
  summary: 'Leads to the first page of whoever asks',
  flagged: false,
  async show({ pages }) {
    const [first] = pages();
    if (first) return { to: first.href };
    return {
      title: 'IGNY8',
      body: (
        <div class="table-box">
          <Empty title="There is nothing here for you yet" text="As soon as there is, it stands in the navigation." />
        </div>
      ),
    };
  },
});
