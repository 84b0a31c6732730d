import { bad } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import { definePage, type Page } from './page.ts';
import { Form } from './parts/form.tsx';
import { Facts } from './parts/show.tsx';

const DAYS = ['1', '7', '30'];

/** What only a sandbox has: its clock, moved from the foot of every page. */
const clock = definePage({
  name: 'sandboxClock',
  path: '/app/sandbox/clock/',
  roles: ANYONE_OF.admin,
  summary: 'The clock of the sandbox',
  flagged: false,
  async show({ backend, form, moment, say }) {
    const { data } = await backend.get('sandbox/clock/');
    const state = form('clock');
    return {
      title: 'Clock',
      body: (
        <div class="card stack">
          <Facts facts={[['It is', moment(data.now)]]} />
          <Form of={state} say={say} submit="Advance by a day">
            <input type="hidden" name="days" value="1" />
          </Form>
        </div>
      ),
    };
  },
  forms: {
    async clock({ backend }, sent) {
      const days = sent.text('days');
      if (!DAYS.includes(days)) throw bad('/days', `must be one of ${DAYS.join(', ')}`);
      await backend.post('sandbox/clock/advance/', { body: { by: `${days}d` }, idempotencyKey: sent.key });
      return { to: sent.text('back') || '/app/sandbox/clock/' };
    },
  },
});

export const sandboxPages: readonly Page[] = [clock];
