import type { VoiceFor } from '#commands/platform/client-mail';
import type { BrandingOf } from '#commands/platform/member';
import type { SenderOf } from '#commands/reports/ports-reports';
import type { BrandingId } from '#domain/kernel/ids';
import type { ServicesRoom } from './services.ts';

type Asked = {
  /** The brand that an account knows; null where that is the house. */
  readonly brandingOf: BrandingOf;
  /** Rooms on the right know it, and are opened later. */
  readonly senderOf: SenderOf;
  readonly contractOf: ServicesRoom['visits']['contractOf'];
};

/** Who speaks to a client, in its language: of all rooms that write to clients. */
export const clientVoice =
  ({ brandingOf, senderOf, contractOf }: Asked): VoiceFor =>
  async ({ account_id, site_id, chosen }) => {
    const reporting = chosen ?? (await contractOf(account_id, site_id))?.service_config.reporting;
    const language = reporting?.language ?? 'en';
    const branding = await brandingOf(account_id);
    if (branding === null) return { language, brand: null };
    const sender = await senderOf((reporting?.branding_id as BrandingId | null | undefined) ?? branding);
    if ('problem' in sender) return { problem: sender.detail };
    const { from, reply_to: replyTo, origin } = sender;
    return { language, brand: { name: from.name, from, replyTo, origin } };
  };
