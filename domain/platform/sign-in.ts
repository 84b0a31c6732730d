import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import { appended, changed } from '#domain/kernel/fold';
import type { BrandingId } from '#domain/kernel/ids';
import type { Language } from '#domain/kernel/language';
import { type Instant, plusHours, plusMinutes } from '#domain/kernel/time';
import type { SignedInAs } from './session.ts';

/** A link is good for so long, and an address gets so many of them in any hour (spec 13, 4.6). */
export const LINK_MINUTES = 15;
export const LINKS_AN_HOUR = 5;

/** What a link is asked for. Who reads the address chooses between those whom it stands for. */
type Asked = {
  readonly link: string;
  /** What the link's address begins with: it says in which stream the link is found. */
  readonly begins: string;
  /** Where the mail goes, sealed. */
  readonly address: string;
  readonly as: readonly SignedInAs[];
  /** Under whose name: those of one agency's brand are in one link. */
  readonly branding_id: BrandingId | null;
  readonly language: Language;
  /** The page that they came from; a path. */
  readonly next: string | null;
};
export type SignInLinkEvent =
  | DomainEvent<'SignInLinkRequested', Asked & { readonly token_sha256: string; readonly expires_at: Instant }>
  | DomainEvent<'SignInLinkUsed', { readonly link: string }>;

export type SignInLink = Extract<SignInLinkEvent, { type: 'SignInLinkRequested' }>['data'] & {
  readonly at: Instant;
  readonly used: boolean;
};
/** The links of one address in one month. */
export type SignInLinks = { readonly links: readonly SignInLink[] };
export type SignInLinkCommand = { readonly now: Instant } & (
  | ({
      readonly type: 'Request';
      readonly tokenSha256: string;
      /** When links were asked for at the end of the month before. */
      readonly earlier: readonly Pick<SignInLink, 'at' | 'branding_id'>[];
    } & Asked)
  | { readonly type: 'Use'; readonly link: string }
);
export type SignInLinkRefusal = { readonly code: 'rate_limited' | 'link_over'; readonly message: string };

export const isGood = (link: SignInLink, now: Instant): boolean => !link.used && now < link.expires_at;

export const signInLinks: Decider<SignInLinkCommand, SignInLinks, SignInLinkEvent, SignInLinkRefusal> = {
  initial: { links: [] },
  evolve: (state, event): SignInLinks => {
    switch (event.type) {
      case 'SignInLinkRequested':
        return { links: appended(state.links, { ...event.data, at: event.at, used: false }) };
      case 'SignInLinkUsed': {
        const { link } = event.data;
        return {
          links: changed(
            state.links,
            (each) => each.link === link,
            (each) => ({ ...each, used: true }),
          ),
        };
      }
    }
  },
  decide: (command, { links }) => {
    const { now: at } = command;
    if (command.type === 'Use') {
      const link = links.find((each) => each.link === command.link);
      if (!link || !isGood(link, at)) return refuse({ code: 'link_over', message: 'this link has ended' });
      return accept({ type: 'SignInLinkUsed', at, data: { link: link.link } });
    }
    const { type: _, now: __, tokenSha256: token_sha256, earlier, ...asked } = command;
    const since = plusHours(at, -1);
    const lately = [...earlier, ...links].filter((each) => each.at > since && each.branding_id === asked.branding_id);
    if (lately.length >= LINKS_AN_HOUR)
      return refuse({ code: 'rate_limited', message: `an address gets at most ${LINKS_AN_HOUR} links an hour` });
    const expires_at = plusMinutes(at, LINK_MINUTES);
    return accept({ type: 'SignInLinkRequested', at, data: { ...asked, token_sha256, expires_at } });
  },
};
