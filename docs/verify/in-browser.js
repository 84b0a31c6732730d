// What verify.mjs takes of Node, as a browser has it, so that the very same program checks a bundle in a page. Where its import lines
// named Node, the page's copy names this file; not a byte of it differs besides.
//
// Browsers check signatures in their own time, and verify.mjs wants an answer at once. So it is run until nothing is open: a signature
// that it asks about for the first time is noted and taken to hold; then the browser checks those that were noted, and the program runs
// again with what it found. The verdict is that of the last run, in which every signature had its own answer.

/** Bytes with what verify.mjs asks of them. */
class Bytes extends Uint8Array {
  equals(other) {
    return this.length === other.length && this.every((byte, at) => byte === other[at]);
  }
  readUInt16LE(at) {
    return this[at] | (this[at + 1] << 8);
  }
  readUInt32LE(at) {
    return (this.readUInt16LE(at) | (this.readUInt16LE(at + 2) << 16)) >>> 0;
  }
  writeUIntLE(number, at, width) {
    for (let n = 0, rest = number; n < width; n++, rest = Math.floor(rest / 256)) this[at + n] = rest % 256;
    return at + width;
  }
  toString(encoding = 'utf8') {
    if (encoding === 'hex') return hexOf(this);
    if (encoding === 'base64') return base64Of(this);
    return new TextDecoder().decode(this);
  }
}
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const base64Of = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
/** As Node reads it: whatever is no base64 is passed over, and the caller compares what came of it with what was given. */
function ofBase64(text) {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, '');
  const whole = clean.length % 4 === 1 ? clean.slice(0, -1) : clean;
  return Bytes.from(atob(whole), (letter) => letter.charCodeAt(0));
}
const ofHex = (text) => Bytes.from(text.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));

export const Buffer = {
  alloc: (length) => new Bytes(length),
  of: (...bytes) => Bytes.from(bytes),
  from(value, encoding = 'utf8') {
    if (typeof value !== 'string') return new Bytes(value);
    if (encoding === 'hex') return ofHex(value);
    return encoding === 'base64' ? ofBase64(value) : new Bytes(new TextEncoder().encode(value));
  },
  concat(parts) {
    const whole = new Bytes(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  },
};

// ---- SHA-256 (FIPS 180-4): a browser's own answers later, and hashes lead to hashes ------------------------------------------

function primes(count) {
  const found = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}
/** The first 32 bits of the fractional parts of a root of the first primes. */
const fractions = (count, root) => primes(count).map((prime) => ((prime ** root % 1) * 2 ** 32) | 0);
const FIRST = Int32Array.from(fractions(8, 1 / 2));
const ROUNDS = Int32Array.from(fractions(64, 1 / 3));
const turned = (word, by) => (word >>> by) | (word << (32 - by));

function sha256(bytes) {
  const length = bytes.length;
  const padded = new Uint8Array((((length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(padded.length - 4, (length << 3) >>> 0);
  const state = Int32Array.from(FIRST);
  const words = new Int32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let n = 0; n < 16; n++) words[n] = view.getInt32(block + n * 4);
    for (let n = 16; n < 64; n++) {
      const [a, b] = [words[n - 15], words[n - 2]];
      const low = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
      const high = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
      words[n] = words[n - 16] + low + words[n - 7] + high;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let n = 0; n < 64; n++) {
      const upper = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const first = (h + upper + ((e & f) ^ (~e & g)) + ROUNDS[n] + words[n]) | 0;
      const lower = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const second = (lower + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    const made = [a, b, c, d, e, f, g, h];
    for (let n = 0; n < 8; n++) state[n] += made[n];
  }
  const digest = new Bytes(32);
  const out = new DataView(digest.buffer);
  for (let n = 0; n < 8; n++) out.setInt32(n * 4, state[n]);
  return digest;
}

export function createHash() {
  const parts = [];
  return {
    update(part) {
      parts.push(Buffer.from(part));
      return this;
    },
    digest: () => sha256(parts.length === 1 ? parts[0] : Buffer.concat(parts)),
  };
}

// ---- Signatures --------------------------------------------------------------------------------------------------------------

const answers = new Map();
const open = new Map();

export const createPublicKey = ({ key }) => key;
/** What was found of that signature; true where it is still to be found out. */
export function verify(_, data, key, signature) {
  const asked = [key, data, signature].map(hexOf).join('.');
  if (!answers.has(asked)) open.set(asked, [key, data, signature]);
  return answers.get(asked) ?? true;
}
async function holds(key, data, signature) {
  const { subtle } = globalThis.crypto;
  try {
    const known = await subtle.importKey('spki', key, { name: 'Ed25519' }, false, ['verify']);
    return await subtle.verify({ name: 'Ed25519' }, known, signature, data);
  } catch (error) {
    // A browser that knows no such signatures says so; a key that is none holds nothing.
    if (error?.name === 'NotSupportedError') throw error;
    return false;
  }
}

/** Whether this browser can check signatures at all: over https, or from this very machine. */
export const canCheck = () => globalThis.crypto?.subtle !== undefined;

/**
 * The verdict of `verify` of verify.mjs.
 * @throws where this browser knows no Ed25519
 */
export async function judged(program, bytes, kept) {
  for (;;) {
    const verdict = program(bytes, kept);
    if (open.size === 0) return verdict;
    for (const [asked, parts] of open) answers.set(asked, await holds(...parts));
    open.clear();
  }
}

// ---- What only the command needs -----------------------------------------------------------------------------------------------

export const process = { argv: [] };
export const fileURLToPath = (url) => String(url);
const none = () => {
  throw new Error('a browser has no files');
};
export const existsSync = none;
export const readdirSync = none;
export const readFileSync = none;
export const realpathSync = none;
export const statSync = none;
export const dirname = none;
export const join = none;
