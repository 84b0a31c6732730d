import type { Senders } from '#commands/reports/look';

/** As the environment says them. */
type Settings = {
  readonly PUBLIC_URL?: string | undefined;
  readonly WHITE_LABEL_URL?: string | undefined;
  readonly WHITE_LABEL_MAIL_FROM?: string | undefined;
  readonly MAIL_FROM: string;
};

/** An address alone, or behind a name. */
function mailboxOf(text: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = ''] = /^([^<]*)<\s*([^\s<>]+)\s*>$/.exec(text.trim()) ?? [];
  return address === '' ? { name: '', address: text.trim() } : { name: name.trim(), address };
}

/** Whom mail is from, and where links in it lead: the house, and nobody in particular. `everythingAt`: of a sandbox. */
export function sendersOf(settings: Settings, everythingAt: (() => string) | null): Senders {
  const { PUBLIC_URL, WHITE_LABEL_URL, WHITE_LABEL_MAIL_FROM } = settings;
  const bare = (url: string | undefined) => url?.replace(/\/$/, '');
  return {
    house: { origin: () => bare(PUBLIC_URL) ?? '', from: mailboxOf(settings.MAIL_FROM), replyTo: null },
    neutral: {
      origin: bare(WHITE_LABEL_URL) ?? null,
      address: WHITE_LABEL_MAIL_FROM === undefined ? null : mailboxOf(WHITE_LABEL_MAIL_FROM).address,
    },
    everythingAt,
  };
}
