import type { LogoFile } from '#domain/reports/logo';

/** Fetches a picture from an address that others chose, and checks what it is by what is in it. */
export type FetchLogo = (url: string) => Promise<
  | { readonly outcome: 'fetched'; readonly bytes: Uint8Array; readonly picture: Omit<LogoFile, 'sha256' | 'size'> }
  /** It is not what it should be, or may not be fetched: trying again would not help. */
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'temporary'; readonly error: string }
>;

/** Whether a name has that text record; null where nobody could say. */
export type HasTextRecord = (name: string, text: string) => Promise<boolean | null>;

/** What of a template is not supported, and where: lines and columns from 1. */
export type TemplateFault = {
  readonly source: 'html' | 'css';
  readonly line: number;
  readonly column: number;
  readonly message: string;
};
export type CheckTemplate = (template: { readonly html: string; readonly css: string }) => readonly TemplateFault[];
/** A template with a made-up report in it, as a page of HTML. */
export type PreviewTemplate = (template: { readonly html: string; readonly css: string }) => string;
