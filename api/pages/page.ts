import type { Child } from 'hono/jsx';
import type { Principal } from '#api/http/principal';
import type { Method, Operations } from '#client/types';
import type { Language } from '#domain/kernel/language';
import type { Instant } from '#domain/kernel/time';
import type { Role } from '#domain/platform/access-token';
import type { May } from '#domain/platform/member';
import type { Formats } from '#domain/reports/language/formats';
import type { Backend } from './backend.ts';
import type { ChartAsked } from './charts.ts';
import type { FormState, Sent } from './forms.ts';
import type { Say } from './language/index.ts';
import type { JsonSchema } from './schema-fields.ts';
import type { Verifier } from './verifier.ts';

type Names<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Params<Path> = { readonly [Name in Names<Path>]: Name extends 'id' | `${string}_id` ? number : string };

/** Parts of the page that change by themselves while it is open; see `Live`. */
export type LiveParts = { readonly parts: Map<string, (changed: boolean) => string> };

/** One person's look at a page: who they are, what the address says, and the API as they have it. */
export type Visit<Path extends string = string> = {
  readonly params: Params<Path>;
  /** The path's `{id}`; 0 where it has none. */
  readonly id: number;
  /** The page's own address with what it was asked with, as it stands in links: `/app/clients/?status=active`. */
  readonly address: string;
  readonly search: URLSearchParams;
  readonly principal: Principal;
  readonly role: Role;
  /** True for admins and account managers. */
  readonly isStaff: boolean;
  /** What a member may do (spec 13, 3.13); staff, tokens and the platform's JWTs may do all that their role may. */
  readonly may: (what: May) => boolean;
  readonly backend: Backend;
  /** The schema that an operation's body is checked by: what fields of forms are made from. */
  readonly schema: <M extends Exclude<Method, 'get'>>(method: M, path: keyof Operations<M>) => JsonSchema;
  readonly form: (name: string) => FormState;
  readonly live: LiveParts;
  readonly language: Language;
  readonly say: Say;
  readonly formats: Formats;
  /** A moment on the clock of the house's time zone: `18 June 2026, 10:00`. */
  readonly moment: (at: string) => string;
  readonly now: Instant;
  /** True where nothing is real. */
  readonly isSandbox: boolean;
  /** What checks evidence in the reader’s browser; see `VerifyInPage`. */
  readonly verifier: Verifier;
  readonly chart: (asked: ChartAsked) => string;
  /** The navigation as its reader has it. */
  readonly pages: () => readonly { readonly href: string; readonly label: string }[];
};

export type Crumb = { readonly label: string; readonly href: string };

/** What is shown. The title stands at the top and in the browser's list of pages. */
export type Content = {
  readonly title: string;
  /** Between the first page and this one. */
  readonly crumbs?: readonly Crumb[];
  /** Beside the title: what can be done. */
  readonly actions?: Child;
  readonly body: Child;
  /** Addresses of script modules that this page needs besides; without them it still says what it is about. */
  readonly modules?: readonly string[];
};
export type Led = { readonly to: string };
/**
 * What is shown after a form did its work: another address, and what was done in words, said there once; or the language in which
 * this browser shows pages from now on.
 */
export type Done = {
  readonly to: string;
  readonly notice?: string;
  readonly language?: Language;
  /** Of a sandbox: time was moved, and whoever did it is not to be signed out by that. */
  readonly movedTime?: true;
};
/** Rows for a spreadsheet; the columns name what stands in them. */
export type Csv = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

/** A method, so that pages of any path stand in one list: the frame gives each the parameters of its own path. */
type Act<Path extends string> = { act(visit: Visit<Path>, sent: Sent): Promise<Done> }['act'];

/** A file of the API, or where its reader is led instead. A method, as `Act` is. */
type Download<Path extends string> = { file(visit: Visit<Path>): Promise<Response | Led> }['file'];

export type Page<Path extends string = string> = {
  /** Unique, in camel case: `clientConfig`. */
  readonly name: string;
  /** Below `/app/`, ending in `/`. */
  readonly path: Path;
  readonly roles: readonly [Role, ...Role[]];
  /** Whose is what stands below its address, where that is not all of `roles`: `send`, `csv`, `live`, a download by its name. See `together`. */
  readonly partsFor?: { readonly [part: string]: readonly [Role, ...Role[]] };
  /** What it shows, for whoever reads the list of routes. */
  readonly summary: string;
  /** Where it stands in the navigation, lowest first; left out, it is not there. */
  readonly nav?: { readonly at: number; readonly label: (say: Say) => string; readonly may?: May };
  /** The page of the navigation that it belongs to, where its own address does not say so. */
  readonly under?: string;
  /** A member without that right is told that there is no such page. */
  readonly may?: May;
  /** False for what stays while managed services are not launched. */
  readonly flagged?: boolean;
  /** Served on hosts of agencies, too. */
  readonly everyHost?: boolean;
  /** True where parts of it change by themselves (`Live`). */
  readonly live?: boolean;
  /** What it shows or does takes longer than a page may: the log is read for it. */
  readonly patient?: boolean;
  /** What is shown, or where its reader is led instead. */
  show(visit: Visit<Path>): Promise<Content | Led>;
  /** By the name of each form: what it does. A `Problem` that is thrown shows the page again, errors at their fields. */
  readonly forms?: { readonly [name: string]: Act<Path> };
  /** Forms may carry files, up to so many bytes in all. */
  readonly filesUpTo?: number;
  /** The page's list as a table to download, at `csv/` below its address. */
  csv?(visit: Visit<Path>): Promise<Csv>;
  /** Files below its address, each under the name that it has here: `pdf` is at `pdf/`. They are given on as the API answers them. */
  readonly downloads?: { readonly [name: string]: Download<Path> };
};

/** Declares a page in one place: address, who may see it, what it shows and what its forms do. */
export function definePage<const Path extends `/app/${string}`>(page: Page<Path>): Page {
  return page;
}
