import type { FC } from 'hono/jsx';
import { LANGUAGES } from '#domain/kernel/language';
import { HIDDEN } from './forms.ts';
import type { Say } from './language/index.ts';
import { LANGUAGE_NAMES } from './language/names.ts';
import type { Visit } from './page.ts';
import { AT, CLOCK_STEPS, SANDBOX_AT } from './where.ts';

type FootProps = {
  readonly visit: Visit;
  readonly sandbox: string | null;
  readonly isLive: boolean;
};
/** At the foot of every page: its language, for whoever may choose it; that it is live; the clock of a sandbox. */
export const Foot: FC<FootProps> = ({ visit, sandbox, isLive }) => {
  const { say, moment, role } = visit;
  const chooses = role === 'client' || role === 'agency';
  if (sandbox === null && !isLive && !chooses) return null;
  return (
    <>
      {chooses && <Language visit={visit} />}
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

/** What a form at the foot of every page sends besides: to a page of its own, and back to where it stood. */
const AtFoot: FC<{ readonly visit: Visit; readonly name: string }> = ({ visit: { form, address }, name }) => {
  const { key, token } = form(name);
  return (
    <>
      <input type="hidden" name={HIDDEN.form} value={name} />
      <input type="hidden" name={HIDDEN.key} value={key} />
      {token !== null && <input type="hidden" name={HIDDEN.token} value={token} />}
      <input type="hidden" name="back" value={address} />
    </>
  );
};

const Language: FC<{ readonly visit: Visit }> = ({ visit }) => {
  const { say, language } = visit;
  return (
    <form method="post" action={AT.language}>
      <AtFoot visit={visit} name="language" />
      <label for="foot-language">{say('frame.language')}</label>
      <select class="tiny" id="foot-language" name="/language">
        {LANGUAGES.map((each) => (
          <option value={each} lang={each} selected={each === language}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
      <button class="tiny" type="submit">
        {say('frame.language.change')}
      </button>
    </form>
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
const Clock: FC<{ readonly visit: Visit }> = ({ visit }) => {
  const { say } = visit;
  const labels = stepLabels(say);
  return (
    <form method="post" action={SANDBOX_AT.clock}>
      <AtFoot visit={visit} name="clock" />
      <span id="advance-by">{say('frame.advance_by')}</span>
      {CLOCK_STEPS.map((by) => (
        <button class="tiny" type="submit" name="by" value={by} aria-describedby="advance-by">
          {labels[by]}
        </button>
      ))}
    </form>
  );
};
