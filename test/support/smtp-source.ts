import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { createSmtpMail } from '#adapters/mail';
import type { Mail } from '#commands/platform/ports';

export type MailSource = { readonly greeting: string; readonly envelope: string; readonly source: string };

/** The mail as a server receives it: how it was greeted, from whom and to whom it is, and every line of it. */
export async function mailSource(mail: Mail, houseFrom = 'IGNY8 <no-reply@igny8.example>'): Promise<MailSource> {
  let source = '';
  let greeting = '';
  let envelope = '';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      greeting = session.hostNameAppearsAs;
      const { mailFrom, rcptTo } = session.envelope;
      envelope = JSON.stringify([mailFrom, rcptTo]);
      stream.on('data', (chunk) => {
        source += String(chunk);
      });
      stream.on('end', () => done());
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const answer = await createSmtpMail(`smtp://127.0.0.1:${port}`, houseFrom).send(mail);
  await new Promise<void>((resolve) => server.close(resolve));
  if (answer.outcome !== 'accepted') throw new Error(`the mail was not accepted: ${answer.error}`);
  return { greeting, envelope, source };
}
