import type { FC } from 'hono/jsx';
import { HIDDEN } from './forms.ts';
import type { Say } from './language/index.ts';
import type { Visit } from './page.ts';
import { CLOCK_STEPS, SANDBOX_AT } from './where.ts';

type FootProps = {
  readonly visit: Visit;
  readonly sandbox: string | null;
  readonly isLive: boolean;
};
/** Below every page: whether it changes by itself, and what a sandbox’s clock says. */
export const Foot: FC<FootProps> = ({ visit, sandbox, isLive }) => {
  const { say, moment, role } = visit;
  if (sandbox === null && !isLive) return null;
  return (
    <>
      {isLive && <span class="live-at">{say('frame.live')}</span>}
      {sandbox !== null && (
        <div class="sandbox">
          <span class="clock">{say('frame.sandbox', { time: moment(sandbox) })}</span>
          {role === 'admin' && (
            <>
              <Clock visit={visit} />
              <a href={SANDBOX_AT.mail}>Mail</a>
              <a href={SANDBOX_AT.web}>The web outside</a>
            </>
          )}
        </div>
      )}
    </>
  );
};

const stepLabels = (say: Say): { readonly [by in (typeof CLOCK_STEPS)[number]]: string } => ({
  '1m': '1 minute',
  '1h': '1 hour',
  '1d': say('frame.days.1'),
  '7d': say('frame.days.7'),
  '30d': say('frame.days.30'),
});
/** Of admins alone, who read English. */
const Clock: FC<{ readonly visit: Visit }> = ({ visit: { say, form, address } }) => {
  const { key, token } = form('clock');
  const labels = stepLabels(say);
  return (
    <form method="post" action={SANDBOX_AT.clock}>
      <input type="hidden" name={HIDDEN.form} value="clock" />
      <input type="hidden" name={HIDDEN.key} value={key} />
      {token !== null && <input type="hidden" name={HIDDEN.token} value={token} />}
      <input type="hidden" name="back" value={address} />
      <span id="advance-by">{say('frame.advance_by')}</span>
      {CLOCK_STEPS.map((by) => (
        <button class="tiny" type="submit" name="by" value={by} aria-describedby="advance-by">
          {labels[by]}
        </button>
      ))}
    </form>
  );
};
