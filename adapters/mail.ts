import { createTransport } from 'nodemailer';
import type { Mail, MailPort } from '#commands/platform/ports';

type SmtpError = Error & { readonly code?: string; readonly syscall?: string; readonly responseCode?: number };

/**
 * Mail over SMTP. A server that was never reached, or that answered no, has certainly not taken
 * the message; once the message itself was on its way, silence means that it may have. SMTP cannot be asked afterwards.
 */
export function createSmtpMail(url: string, from: string): MailPort {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const own = createTransport({ url, ...timeouts });
  /** Servers on the way write down the name that we greet them with: of mail under another name it is not this machine's. */
  const transportOf = ({ from: sender }: Mail) =>
    sender === undefined || domainOf(sender.address) === domainOf(from)
      ? own
      : createTransport({ url, name: domainOf(sender.address), ...timeouts });
  return {
    async send(mail) {
      const { messageId, to, subject, text, html, attachments = [], inline = [], headers = {}, replyTo } = mail;
      try {
        await transportOf(mail).sendMail({
          from: mail.from ?? from,
          ...(replyTo == null ? {} : { replyTo }),
          to: [...to],
          subject,
          text,
          html,
          messageId,
          headers: { ...headers },
          attachments: [
            ...attachments.map(({ name, type, content }) => ({
              filename: name,
              contentType: type,
              content: Buffer.from(content),
            })),
            ...inline.map(({ cid, type, content }) => ({
              cid,
              contentType: type,
              content: Buffer.from(content),
              contentDisposition: 'inline' as const,
            })),
          ],
        });
        return { outcome: 'accepted' };
      } catch (error) {
        return judge(error as SmtpError);
      }
    },
  };
}

const domainOf = (address: string): string => /@([^@\s>]+)/.exec(address)?.[1]?.toLowerCase() ?? '';

/** Before the message itself was on its way, whatever went wrong. */
const NEVER_BEGUN = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EDNS',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAUTH',
  'ETLS',
  'EENVELOPE',
]);

/** A connection that broke says nothing of how far it had got, unless it never came about at all. */
function judge({ message, code, syscall, responseCode }: SmtpError): Awaited<ReturnType<MailPort['send']>> {
  if (responseCode !== undefined) return { outcome: 'rejected', error: message, retry: responseCode < 500 };
  const unconnected = syscall === 'connect' || /^(greeting never received|connection timeout)/i.test(message);
  if (unconnected || NEVER_BEGUN.has(code ?? '')) return { outcome: 'rejected', error: message, retry: true };
  return { outcome: 'lost', error: message, retry: false };
}

/** Where no SMTP_URL is set: nothing is sent, and it says so. */
export const noMail: MailPort = {
  send: async () => ({ outcome: 'rejected', error: 'no e-mail can be sent: SMTP_URL is not set', retry: false }),
};
