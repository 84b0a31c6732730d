type Bytes = Uint8Array;

/** In how much of a document a declaration counts (HTML Standard, prescan a byte stream). */
const PRESCAN_BYTES = 1024;
/** Elements whose content is text, in which a tag is none. */
const TEXT_ELEMENTS = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);

/** The charset that a byte order mark tells, which wins over everything that is said elsewhere. */
function ofMark(body: Bytes): string | null {
  const [a, b, c] = body;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : null;
}

/** The charset parameter of a `Content-Type`. */
const ofTransport = (contentType: string): string | null => {
  const [, quoted, bare] = /;\s*charset\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(contentType) ?? [];
  return quoted ?? bare?.replace(/^'|'$/g, '') ?? null;
};

const first = (body: Bytes): string => Buffer.from(body.subarray(0, PRESCAN_BYTES)).toString('latin1');

/** The attributes of a tag from `at` on, the first of each name counting, and where the tag ends. */
function attributesFrom(
  text: string,
  at: number,
): { readonly named: ReadonlyMap<string, string>; readonly end: number } {
  const named = new Map<string, string>();
  const attribute = /[\s/]*(?:(>)|([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?)/y;
  attribute.lastIndex = at;
  for (let end = at; ; end = attribute.lastIndex) {
    const found = attribute.exec(text);
    if (!found) return { named, end };
    const [, close, name, ...values] = found;
    if (close !== undefined) return { named, end: attribute.lastIndex };
    const key = (name ?? '').toLowerCase();
    if (!named.has(key)) named.set(key, values.find((value) => value !== undefined) ?? '');
  }
}

/** What one meta element declares: its `charset`, or that of a `content` which stands for a header. */
function ofMeta(named: ReadonlyMap<string, string>): string | null {
  const charset = named.get('charset');
  if (charset !== undefined) return charset;
  if (named.get('http-equiv')?.trim().toLowerCase() !== 'content-type') return null;
  const [, double, single, bare] =
    /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(named.get('content') ?? '') ?? [];
  return double ?? single ?? bare ?? null;
}

/** As the HTML Standard reads declarations; UTF-16 cannot be true where ASCII could be read, so it means UTF-8. */
function declared(label: string): string | null {
  const known = decoderOf(label)?.encoding;
  if (known === undefined) return label.trim().toLowerCase() === 'x-user-defined' ? 'windows-1252' : null;
  return known.startsWith('utf-16') ? 'utf-8' : known;
}

/** The first charset that a meta element declares within the first 1,024 bytes; what is said in comments and scripts is not one. */
function ofDocument(body: Bytes): string | null {
  const text = first(body);
  const next = /<!--|<(\/?)([a-z][^\s/>]*)|<[!?/]/gi;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const [all, closing, tag] = found;
    if (all === '<!--') {
      // `<!-->` is a whole comment, so the end is looked for from within the beginning.
      const end = text.indexOf('-->', found.index + 2);
      if (end < 0) return null;
      next.lastIndex = end + 3;
    } else if (tag === undefined) {
      const end = text.indexOf('>', next.lastIndex);
      if (end < 0) return null;
      next.lastIndex = end + 1;
    } else {
      const { named, end } = attributesFrom(text, next.lastIndex);
      const name = tag.toLowerCase();
      const charset = name === 'meta' && closing === '' ? ofMeta(named) : null;
      const known = charset === null ? null : declared(charset);
      if (known !== null) return known;
      next.lastIndex = end;
      if (closing === '' && TEXT_ELEMENTS.has(name)) {
        const close = text.toLowerCase().indexOf(`</${name}`, end);
        if (close < 0) return null;
        next.lastIndex = close;
      }
    }
  }
  return null;
}

/** The encoding of an XML declaration. */
function ofXml(body: Bytes): string | null {
  const [, double, single] = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(first(body)) ?? [];
  const label = double ?? single;
  return label === undefined ? null : declared(label);
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label.trim());
  } catch {
    return null;
  }
}

/**
 * The text of a document in the charset that the HTML Standard finds: the byte order mark's, the header's, the document's
 * own. Where none of them tells, it is UTF-8 if it can be, else windows-1252; XML is UTF-8.
 */
export function textOf(body: Bytes, contentType: string, isXml: boolean): string {
  const labels = [ofMark(body), ofTransport(contentType), isXml ? ofXml(body) : ofDocument(body)];
  for (const label of labels) {
    const decoder = label === null ? null : decoderOf(label);
    if (decoder) return decoder.decode(body);
  }
  if (isXml) return new TextDecoder().decode(body);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new TextDecoder('windows-1252').decode(body);
  }
}
