import type { ProblemPage } from '#api/http/deps';
import type { Problem } from '#api/http/problem';
import { brandOf, NOBODY } from './brand.ts';
import { isStaff, languageFor, type PagesDeps } from './frame.ts';
import { type PageWord, sayIn } from './language/index.ts';
import { toldIn } from './language/told.ts';
import { Document, PAGE_HEADERS, render } from './layout.tsx';
import { navigation } from './navigation.ts';
import { spoken } from './schema-fields.ts';

type Told = { readonly title: PageWord; readonly text: string };

/** What a problem is to somebody who reads pages, and not what it is to a program. */
function told(problem: Problem, reader: Parameters<typeof toldIn>[0]): Told {
  const { status, code, extras } = problem;
  const { say } = reader;
  if (status === 401) return { title: 'problem.unknown.title', text: say('problem.unknown.text') };
  if (code === 'feature_not_in_plan') {
    const plan = extras.upgrade_to;
    const text = plan == null ? say('problem.plan.none') : say('problem.plan.text', { plan: spoken(plan) });
    return { title: 'problem.plan.title', text };
  }
  if (status === 403)
    return { title: 'problem.forbidden.title', text: toldIn(reader).problem(problem) || say('problem.forbidden.text') };
  if (status === 404 || status === 405) return { title: 'problem.missing.title', text: say('problem.missing.text') };
  if (status === 410) return { title: 'problem.gone.title', text: say('problem.gone.text') };
  if (status === 429) return { title: 'problem.often.title', text: say('problem.often.text') };
  if (status === 503) return { title: 'problem.waiting.title', text: say('problem.waiting.text') };
  if (status >= 500) return { title: 'problem.ours.title', text: say('problem.ours.text') };
  return { title: 'problem.refused.title', text: toldIn(reader).problem(problem) };
}

/** Whatever goes wrong on the way to a page, as a page: what it means, and what can be done next. */
export const problemPages =
  (deps: Pick<PagesDeps, 'pages' | 'assets' | 'brands' | 'languageOf'>): ProblemPage =>
  async (problem, { path, method, requestId, principal, languages }) => {
    // Where even that cannot be asked, English is read by most.
    const language = await languageFor(principal, languages, deps).catch(() => 'en' as const);
    const say = sayIn(language);
    const { title, text } = told(problem, { say, language, isStaff: isStaff(principal) });
    // Where even that cannot be asked, nobody is named.
    const brand = await brandOf(deps.brands, principal).catch(() => NOBODY);
    const passes = problem.status === 503 || problem.status === 429;
    return {
      html: render(
        <Document
          language={language}
          say={say}
          title={say(title)}
          assets={deps.assets}
          nav={principal === null ? [] : navigation(deps.pages, principal, say)}
          at=""
          who={principal}
          brand={brand}
        >
          <div class="confirm">
            <h1>{say(title)}</h1>
            <p>{text}</p>
            <div class="actions">
              {problem.status === 401 && (
                <a class="button main" href={`/app/sign-in/?next=${encodeURIComponent(path)}`}>
                  {say('problem.sign_in')}
                </a>
              )}
              {passes && method === 'GET' && (
                <a class="button main" href={path}>
                  {say('problem.again')}
                </a>
              )}
              {problem.status !== 401 && (
                <a class="button" href="/app/">
                  {say('problem.home')}
                </a>
              )}
            </div>
            {problem.status >= 500 && <p class="quiet small">{say('problem.reference', { id: requestId })}</p>}
          </div>
        </Document>,
      ),
      headers: PAGE_HEADERS,
    };
  };
