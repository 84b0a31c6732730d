import { createHmac, timingSafeEqual } from 'node:crypto';

const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Tickets that carry what they are for, signed so that nobody else can make or change one. */
export const createTickets = (key: Buffer) => ({
  seal(content: object): string {
    const text = Buffer.from(JSON.stringify(content)).toString('base64url');
    return `${text}.${mac(key, text).toString('base64url')}`;
  },
  /** What a ticket of ours carries; null for any other text. */
  open(ticket: string): unknown {
    const [text = '', signature = '', ...more] = ticket.split('.');
    const given = Buffer.from(signature, 'base64url');
    const right = mac(key, text);
    if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  },
});
