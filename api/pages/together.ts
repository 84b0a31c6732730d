import { notFound } from '#api/http/problem';
import type { Role } from '#domain/platform/access-token';
import type { Page } from './page.ts';

/**
 * Pages of one address as one: mails and links name a thing by one address, whoever reads it there. Each role sees the page that is
 * declared for it; two pages of one address may not be for the same role.
 */
export function together(pages: readonly Page[]): readonly Page[] {
  const byPath = new Map<string, Page[]>();
  for (const page of pages) byPath.set(page.path, [...(byPath.get(page.path) ?? []), page]);
  return [...byPath.values()].map((parts) => (parts.length === 1 && parts[0] ? parts[0] : joined(parts)));
}

function joined(parts: readonly Page[]): Page {
  const [first] = parts;
  if (!first) throw new Error('there are no pages to be joined');
  const roles = parts.flatMap((part) => part.roles);
  const twice = roles.find((role, n) => roles.indexOf(role) !== n);
  if (twice !== undefined) throw new Error(`${first.path} is two pages of ${twice}`);
  const of = (role: Role): Page => {
    const part = parts.find((each) => each.roles.includes(role));
    if (!part) throw notFound('page');
    return part;
  };
  const some = <T>(pick: (part: Page) => T | undefined): T | undefined => parts.map(pick).find((each) => each);
  const may = some((part) => part.may);
  const bytes = parts.flatMap(({ filesUpTo }) => filesUpTo ?? []);
  const forms = [...new Set(parts.flatMap((part) => Object.keys(part.forms ?? {})))].map((name) => {
    const act: NonNullable<Page['forms']>[string] = async (visit, sent) => {
      const page = of(visit.role);
      const own = page.forms?.[name];
      if (!own) throw notFound('form');
      return own.call(page.forms, visit, sent);
    };
    return [name, act] as const;
  });
  const files = [...new Set(parts.flatMap((part) => Object.keys(part.downloads ?? {})))].map((name) => {
    const file: NonNullable<Page['downloads']>[string] = async (visit) => {
      const page = of(visit.role);
      const own = page.downloads?.[name];
      if (!own) throw notFound('file');
      return own.call(page.downloads, visit);
    };
    return [name, file] as const;
  });
  const having = (has: (part: Page) => boolean) => {
    const [one, ...others] = parts.filter(has).flatMap((part) => part.roles);
    return one === undefined ? first.roles : ([one, ...others] as const);
  };
  const downloads = files.map(([name]) => [name, having((part) => part.downloads?.[name] !== undefined)] as const);
  return {
    name: first.name,
    path: first.path,
    roles: [first.roles[0], ...roles.slice(1)],
    partsFor: {
      ...Object.fromEntries(downloads),
      send: having(({ forms: theirs }) => theirs !== undefined),
      csv: having(({ csv }) => csv !== undefined),
      live: having(({ live }) => live === true),
    },
    summary: parts.map(({ summary }) => summary).join('; '),
    flagged: parts.every(({ flagged }) => flagged !== false),
    everyHost: parts.some(({ everyHost }) => everyHost),
    // A page with `Live` parts says so itself: one that does not has none to listen for.
    live: parts.some(({ live }) => live),
    patient: parts.some(({ patient }) => patient),
    // Rights are those of members of accounts; whoever is none has all of them.
    ...(may === undefined ? {} : { may }),
    show: (visit) => of(visit.role).show(visit),
    ...(forms.length === 0 ? {} : { forms: Object.fromEntries(forms) }),
    ...(bytes.length === 0 ? {} : { filesUpTo: Math.max(...bytes) }),
    ...(files.length === 0 ? {} : { downloads: Object.fromEntries(files) }),
    ...(parts.some(({ csv }) => csv)
      ? {
          csv: (visit) => {
            const page = of(visit.role);
            if (!page.csv) throw notFound('table');
            return page.csv(visit);
          },
        }
      : {}),
  };
}
