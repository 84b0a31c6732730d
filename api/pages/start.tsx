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
  async show({ pages, say }) {
    const [first] = pages();
    if (first) return { to: first.href };
    return {
      title: say('start.title'),
      body: (
        <div class="table-box">
          <Empty title={say('start.none')} text={say('start.later')} />
        </div>
      ),
    };
  },
});
