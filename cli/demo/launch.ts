import type { Client } from '#client/index';
import { reportsMade } from './stage.ts';

const REASON = 'the demo is launched';

/** What is left of a launch once clients have been served: paid, switched on, submitted, announced. Answers the launch check. */
export async function launched(client: Client, betaClients: number) {
  await reportsMade(client);
  await deliverOne(client);
  for await (const { id, amount_due, issued_on } of client.pages('billing/invoices/', { query: { status: 'open' } }))
    if (amount_due !== '0.00' && issued_on !== null)
      await client.post('billing/invoices/{id}/payments/', {
        path: { id },
        body: { gateway: 'manual', amount: amount_due, received_on: issued_on, reference: 'by bank' },
      });
  const flag = 'managed_services_enabled';
  for (const environment of ['staging', 'production'] as const)
    await client.put('ops/flags/', { body: { flag, environment, enabled: true, reason: REASON } });
  const note = 'submitted for review';
  await client.post('ops/launch/steps/', { body: { step: 'plugin_submitted', note } });
  const { id } = (
    await client.post('ops/announcements/', {
      body: {
        texts: {
          en: {
            subject: 'Managed services are here',
            text: 'From today on we write, build links and report for you.\n\nYour account manager tells you more.',
          },
        },
        audience: { written_languages_only: true },
      },
    })
  ).data;
  await client.post('ops/announcements/{id}/start/', { path: { id } });
  await client.post('sandbox/clock/advance/', { body: { by: '10m' } });
  return (await client.get('ops/launch/', { query: { beta_clients: betaClients } })).data;
}

/** A monthly report that waits to be read is approved and sent, where none has been. */
async function deliverOne(client: Client): Promise<void> {
  for await (const { id, version, state } of client.pages('services/reports/', { query: { report_type: 'monthly' } })) {
    if (state === 'sent') return;
    if (state !== 'in_review') continue;
    await client.post('services/reports/{id}/approve/', { path: { id }, body: { version } });
    await client.post('services/reports/{id}/send/', { path: { id }, body: { version } });
    return;
  }
}
