import { z } from 'zod';
import { accepted } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { instantText, publicAddress, text } from '#api/http/schemas';
import { BETA_CLIENTS, type LaunchCommands } from '#commands/reports/launch';
import { TOLD_STEPS } from '#domain/reports/launch';
import { LAUNCH_STEPS } from '#domain/reports/launch-check';

const BASE = '/api/v1/ops/launch/';
const TAG = 'Operations';
const checkSchema = z
  .object({
    done: z.boolean(),
    next_step: z.enum(LAUNCH_STEPS).nullable().meta({ description: 'the first step that is not done' }),
    steps: z.array(
      z.object({
        step: z.enum(LAUNCH_STEPS),
        title: z.string(),
        done: z.boolean(),
        why: z.string(),
        evidence: z.array(
          z.object({
            event_id: z.string(),
            stream: z.string(),
            at: instantText,
            href: z.string().nullable().meta({ description: 'below /api/v1/, or elsewhere' }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'LaunchCheck' });
const beta = z.coerce.number().int().min(1).max(1000).default(BETA_CLIENTS);

/** The launch, step by step (spec 7.4). */
export function launchApi({ commands }: { readonly commands: LaunchCommands }): FeatureRoutes {
  const common = { tag: TAG, roles: ANYONE_OF.admin } as const;
  return {
    name: 'launch',
    routes: [
      defineRoute({
        ...common,
        method: 'get',
        path: BASE,
        operationId: 'checkLaunch',
        summary:
          'How far the launch is: each step with whether it is done, why or why not, and the events that show it',
        query: z.strictObject({ beta_clients: beta.meta({ description: 'how many sites must have been onboarded' }) }),
        answers: [{ status: 200, description: 'the sequence', schema: checkSchema }],
        handle: async ({ query }) => ({ status: 200, body: await commands.check(query.beta_clients) }),
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: `${BASE}steps/`,
        operationId: 'sayLaunchStep',
        summary: 'Say that a step is done which happens elsewhere, or that it is not after all',
        description: 'What this system sees by itself is not said.',
        looksUp: false,
        body: z.strictObject({
          step: z.enum(TOLD_STEPS),
          done: z.boolean().default(true),
          note: text(),
          url: publicAddress.nullish(),
        }),
        bodyExample: {
          step: 'plugin_submitted',
          note: 'submitted for review',
          url: 'https://wordpress.org/plugins/developers/add/',
        },
        answers: [{ status: 200, description: 'the sequence as it is now', schema: checkSchema }],
        handle: async ({ body: { step, done, note, url }, cause }) => {
          const asked = done
            ? { type: 'Confirm' as const, step, note, url: url ?? null }
            : { type: 'Withdraw' as const, step, reason: note };
          const { position } = accepted(await commands.say(asked, cause));
          return { status: 200, body: () => commands.check(), position };
        },
      }),
    ],
  };
}
