import { accessTokenApi } from '#api/platform/access-token';
import { approvalsApi } from '#api/platform/approvals';
import { factApi } from '#api/platform/fact';
import { fileApi } from '#api/platform/file';
import { launchFlagApi } from '#api/platform/launch-flag';
import { memberApi } from '#api/platform/member';
import { operationsApi } from '#api/platform/operations';
import { overdueApi } from '#api/platform/overdue';
import { sandboxApi } from '#api/platform/sandbox';
import { webhookApi } from '#api/platform/webhook-endpoint';
import { workRequestApi } from '#api/platform/work-request';
import { accessTokenCommands } from '#commands/platform/access-token';
import { factCommands } from '#commands/platform/fact';
import { launchFlagCommands } from '#commands/platform/launch-flag';
import { type BrandingOf, type LanguageOf, memberCommands, type UnreadyOf } from '#commands/platform/member';
import { platformEffects } from '#commands/platform/platform-effects';
import { sessionCommands } from '#commands/platform/session';
import { candidateAccount, candidateMember, signInCommands } from '#commands/platform/sign-in';
import { storedFileCommands } from '#commands/platform/stored-file';
import { WebhookDispatcher, webhookHandler } from '#commands/platform/webhook-deliveries';
import { webhookCommands } from '#commands/platform/webhook-endpoint';
import { workRequestCommands } from '#commands/platform/work-request';
import { ERASED } from '#domain/log/personal-data';
import type { May } from '#domain/platform/member';
import { accessTokens } from '#projections/platform/access-token';
import { flagEnabled, launchFlags } from '#projections/platform/launch-flag';
import { memberReader, memberRows, memberVisits } from '#projections/platform/member';
import { ACCOUNTS, platformDirectory, platformDirectoryReader } from '#projections/platform/platform-directory';
import { webhookEndpointReader, webhookEndpoints } from '#projections/platform/webhook-endpoint';
import { askedForContent, workRequests } from '#projections/platform/work-request';
import type { Projection } from '#runtime/projection';
import { typed } from '#runtime/table-reads';
import { accountFiles } from '#sagas/platform/account-files';
import { factRelease } from '#sagas/platform/fact-release';
import { memberMail } from '#sagas/platform/member-mail';
import { unusedFile } from '#sagas/platform/unused-file';
import { told } from './events.ts';
import type { LogRoom } from './log.ts';
import type { Machine } from './machine.ts';
import type { Room } from './room.ts';
import { sealedBy } from './sealed-by.ts';

export const platformProjections: readonly Projection[] = [
  platformDirectory,
  accessTokens,
  launchFlags,
  workRequests,
  webhookEndpoints,
  memberRows,
];

type Left = {
  readonly log: LogRoom;
  /** Of reports, whose tables are there already. */
  readonly brandingOf: BrandingOf;
  readonly unreadyOf: UnreadyOf;
  /** Of services, whose tables are there already. */
  readonly languageOf: LanguageOf;
};

/** What the platform reports and is asked for, who may call, and who is told. */
export function openPlatform(machine: Machine, { log, brandingOf, unreadyOf, languageOf }: Left) {
  const { handler, store, recent, codec, ids, clock, random, tables, personal, upToDate, readModels } = machine;
  const { environment, sendWorkRequest } = machine;
  const directory = platformDirectoryReader(tables, (text) => personal.open(text));
  const endpoints = webhookEndpointReader(tables);
  const facts = factCommands({ handler, clock, directory, upToDate, personal });
  const requests = workRequestCommands({ handler, ids, clock });
  const tokens = accessTokenCommands({ handler, ids, clock, random, environment, monotonicMs: machine.monotonicMs });
  const flags = launchFlagCommands({ handler, clock });
  const webhooks = webhookCommands({ handler, store, codec, ids, clock, random });
  const files = storedFileCommands({
    handler,
    ids,
    clock,
    ...machine.sent,
    sealed: ({ id: userId }, account, text) => sealedBy(personal)({ userId }, account, text),
  });
  const members = memberCommands({ handler, store, codec, ids, clock, personal, brandingOf, unreadyOf });
  const visits = memberVisits(tables);
  const sessions = sessionCommands({
    handler,
    clock,
    random,
    activity: machine.signIn.activity,
    members,
    token: tokens.find,
    account: async (id) => (await typed(tables).get(ACCOUNTS, { id })) ?? null,
    erasedAt: async (kind, id) => (await log.commands.personalData.load(kind, id)).state.erasedAt,
  });
  const signIn = signInCommands({
    handler,
    clock,
    personal,
    secrets: machine.signIn.secrets,
    brandingOf,
    languageOf,
    candidates: async (addresses) => {
      const known = await visits.ofAddresses(addresses);
      return [...known.accounts.map(candidateAccount), ...known.members.map(candidateMember)];
    },
  });
  /** Who holds a right of an account, by name and address; whoever reads its registered address where nobody else does. */
  const whoMay = async (account: number, right: May) => {
    const holders = await visits.whoMay(account, right);
    const people = await Promise.all(
      holders.map(async ({ name, email }) => ({ name: await personal.open(name), email: await personal.open(email) })),
    );
    const reached = people.filter(({ email }) => email !== ERASED);
    return reached.length > 0 ? reached : [await directory.account(account)].flatMap((each) => each ?? []);
  };
  const webhook = webhookHandler({
    store,
    endpoints,
    send: machine.sendWebhook,
    personal,
    commands: webhooks,
    clock,
    told,
  });
  return {
    directory,
    flag: flagEnabled(tables, machine.launchEnvironment),
    askedForContent: askedForContent(tables),
    dispatcher: new WebhookDispatcher({ recent, readModels, commands: webhooks, endpoints, told }),
    commands: { facts, workRequests: requests, tokens, flags, webhooks, files, members, sessions, signIn },
    whoMay,
    sagas: [factRelease, accountFiles, unusedFile, memberMail],
    effects: [
      platformEffects({
        facts,
        workRequests: requests,
        personal,
        sendWorkRequest,
        stored: files,
        files: [machine.files, machine.sent.files],
      }),
      { webhook },
    ],
    jobs: [],
    routes: ({
      reads,
      operations: reader,
      accounts,
      overdueKinds,
      approvals: parts,
      now,
      webhookSecretOf,
      operate,
      sandbox,
    }) => [
      factApi({ commands: facts, reader }),
      workRequestApi({ commands: requests, reader, sends: sendWorkRequest !== undefined }),
      accessTokenApi({ commands: tokens, reader }),
      memberApi({ commands: members, reader: memberReader(reads), languageOf }),
      launchFlagApi({ commands: flags, reader }),
      webhookApi({ commands: webhooks, reader, types: told.types, now, secretOf: webhookSecretOf }),
      fileApi({ files, account: accounts.account }),
      operationsApi({ reader, ...operate }),
      overdueApi({ reader, kinds: overdueKinds }),
      approvalsApi({ parts }),
      ...(sandbox === null ? [] : [sandboxApi(sandbox)]),
    ],
  } satisfies Room & Record<string, unknown>;
}
export type PlatformRoom = ReturnType<typeof openPlatform>;
