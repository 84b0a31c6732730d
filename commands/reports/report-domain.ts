import type { AccountId, BrandingId } from '#domain/kernel/ids';
import { reportDomain } from '#domain/reports/report-domain';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import { type Random, uuidFrom } from '#runtime/random';

export type ReportDomainCommands = ReturnType<typeof reportDomainCommands>;

const stream = (domain: string): string => `report-domain-${domain}`;
/** Bytes of chance in what a record must say; long enough that nobody else has it there already. */
const TOKEN_BYTES = 18;

/** Hosts for the links of brandings. */
export function reportDomainCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly random: Random;
}) {
  const { handler, clock, random } = deps;
  const own = (cause: Cause, step: string, domain: string): Cause => ({
    ...cause,
    commandId: uuidFrom(cause.commandId, step, domain),
  });
  return {
    load: (domain: string) => handler.load(reportDomain, stream(domain)),
    claim: (domain: string, brandingId: BrandingId, accountId: AccountId, cause: Cause) => {
      const token = random.secret(TOKEN_BYTES);
      const command = { type: 'Claim' as const, domain, brandingId, accountId, token, now: clock.now() };
      return handler.handle(reportDomain, stream(domain), command, own(cause, 'claim-domain', domain));
    },
    release: (domain: string, brandingId: BrandingId, cause: Cause) =>
      handler.handle(
        reportDomain,
        stream(domain),
        { type: 'Release', brandingId, now: clock.now() },
        own(cause, 'release-domain', domain),
      ),
    look: (domain: string, token: string, found: boolean, cause: Cause) =>
      handler.handle(
        reportDomain,
        stream(domain),
        { type: 'Look', token, found, now: clock.now() },
        own(cause, 'look-at-domain', domain),
      ),
  };
}
