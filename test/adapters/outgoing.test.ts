import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { createSmtpMail, noMail } from '#adapters/mail';
import { createPlatformWebhook } from '#adapters/platform-webhook';
import { loadSecrets } from '#adapters/secrets';
import { mailText } from '#domain/platform/mail-template';

const mail = {
  messageId: '<one@igny8-business>',
  to: ['a@example.com'],
  subject: 'Hello',
  text: 'text',
  html: '<p>text</p>',
};
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function smtp(options: SMTPServerOptions) {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return createSmtpMail(`smtp://127.0.0.1:${port}`, 'IGNY8 <no-reply@igny8.example>');
}

describe('mail over SMTP', () => {
  it('arrives with its message id and both bodies', async () => {
    let raw = '';
    const port = await smtp({
      onData(stream, _, done) {
        stream.on('data', (chunk) => {
          raw += String(chunk);
        });
        stream.on('end', () => done());
      },
    });
    expect(await port.send(mail)).toEqual({ outcome: 'accepted' });
    expect(raw).toContain('Message-ID: <one@igny8-business>');
    expect(raw).toContain('multipart/alternative');
  });
  it('that was refused has certainly not arrived: for good with 5xx, for now with 4xx', async () => {
    const refusing = (code: number) =>
      smtp({ onRcptTo: (_, __, done) => done(Object.assign(new Error('no'), { responseCode: code })) });
    expect(await (await refusing(550)).send(mail)).toMatchObject({ outcome: 'rejected', retry: false });
    expect(await (await refusing(451)).send(mail)).toMatchObject({ outcome: 'rejected', retry: true });
  });
  it('to a server that is not there can be tried again', async () => {
    expect(await createSmtpMail('smtp://127.0.0.1:1', 'x@example.com').send(mail)).toMatchObject({
      outcome: 'rejected',
      retry: true,
    });
    expect(await noMail.send(mail)).toMatchObject({ outcome: 'rejected', retry: false });
  });
  it('whose answer was lost may have arrived', async () => {
    const server = createTcpServer((socket) => {
      socket.write('220 here\r\n');
      let message: string | null = null;
      socket.on('data', (chunk) => {
        if (message === null) {
          if (String(chunk).startsWith('DATA')) message = '';
          socket.write(message === null ? '250 ok\r\n' : '354 go on\r\n');
          return;
        }
        message += String(chunk);
        if (message.endsWith('\r\n.\r\n')) socket.destroy(); // Taken, but never said so.
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => server.close());
    const port = createSmtpMail(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, 'x@example.com');
    expect(await port.send(mail)).toMatchObject({ outcome: 'lost' });
  });
});

describe('what a message says', () => {
  const context = {
    clientName: '<b>Eve</b>\r\nBcc: x@example.com',
    domain: 'a.example',
    tier: 'pro' as const,
    managerName: null,
    articlesPerMonth: 30,
    reviewRequired: true,
    contact: 'team@example.com',
  };
  it('escapes every value and keeps headers to one line', () => {
    const { html, subject } = mailText('client_onboarded', context);
    expect(html).toContain('&lt;b&gt;Eve&lt;/b&gt;');
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('work requests by webhook', () => {
  async function platform(status: number) {
    const seen: { headers: Record<string, string>; body: string }[] = [];
    const server: Server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        seen.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => server.close());
    return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks` };
  }
  const request = {
    id: 7,
    key: 'onboarding-1-configure_automation',
    kind: 'automation.configure',
    payload: { site_id: 11 },
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  };

  it('are signed, named by their key and carry the trace', async () => {
    const { seen, url } = await platform(204);
    const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    expect(await createPlatformWebhook(url, secret)(request)).toEqual({ outcome: 'accepted' });
    const [{ headers, body } = { headers: {}, body: '' }] = seen;
    expect(new Webhook(secret).verify(body, headers)).toEqual({
      id: 7,
      kind: 'automation.configure',
      payload: { site_id: 11 },
    });
    expect(headers).toMatchObject({ 'webhook-id': request.key, traceparent: request.traceparent });
  });
  it('are tried again after 5xx and silence, and not after a no', async () => {
    expect(await createPlatformWebhook((await platform(503)).url, 'secret')(request)).toMatchObject({
      outcome: 'rejected',
      retry: true,
    });
    expect(await createPlatformWebhook((await platform(422)).url, 'secret')(request)).toMatchObject({
      outcome: 'rejected',
      retry: false,
    });
    expect(await createPlatformWebhook('http://127.0.0.1:1/', 'secret')(request)).toMatchObject({
      outcome: 'rejected',
      retry: true,
    });
  });
});

describe('secrets', () => {
  it('open for their purpose only, and not when they were touched', () => {
    const secrets = loadSecrets(Buffer.alloc(32, 3).toString('base64'), '');
    const sealed = secrets.cipher('a').seal('text');
    expect(sealed).not.toContain('text');
    expect(secrets.cipher('a').open(sealed)).toBe('text');
    expect(() => secrets.cipher('b').open(sealed)).toThrow();
    const touched = Buffer.from(sealed, 'base64');
    touched[20] = (touched[20] ?? 0) ^ 1;
    expect(() => secrets.cipher('a').open(touched.toString('base64'))).toThrow();
    expect(() => loadSecrets('short', '')).toThrow('32 bytes');
  });
});
