import type { FC } from 'hono/jsx';
import { HIDDEN } from './forms.ts';
import { PAGE_LANGUAGES } from './language/index.ts';
import { LANGUAGE_NAMES } from './language/names.ts';
import type { Visit } from './page.ts';
import { AT } from './where.ts';

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
          {role === 'admin' && <Clock visit={visit} />}
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
        {PAGE_LANGUAGES.map((each) => (
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

const Clock: FC<{ readonly visit: Visit }> = ({ visit }) => {
  const { say } = visit;
  return (
    <form method="post" action="/app/sandbox/clock/">
      <AtFoot visit={visit} name="clock" />
      <span id="advance-by">{say('frame.advance_by')}</span>
      {(['1', '7', '30'] as const).map((days) => (
        <button class="tiny" type="submit" name="days" value={days} aria-describedby="advance-by">
          {say(`frame.days.${days}`)}
        </button>
      ))}
    </form>
  );
};
