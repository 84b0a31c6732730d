/** A block as packing sees it, in points. */
export type Piece = {
  readonly height: number;
  /** How much of its top is empty, and left out where it stands first on a page. */
  readonly lead: number;
  /** Blocks after it that begin on the same page. */
  readonly keep: number;
  readonly breaks: 'no' | 'yes' | 'on-first';
  readonly bleed: boolean;
  /** Of a row: which head stands above it on a further page, and how high that is. */
  readonly head: { readonly of: number; readonly height: number } | null;
  /** Where it may be cut although it would fit on a page of its own. */
  readonly cuts: readonly number[];
  /** Where it may be cut if no page can hold it. */
  readonly lastCuts: readonly number[];
  /** The part of its height to which it may be made smaller rather than go to the next page; 1 where it may not. */
  readonly least: number;
};
/** Part of a block on a page: what of it lies between `from` and `to` stands at `y`, in that scale. */
export type Part = {
  readonly piece: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly scale: number;
};
export type PackedPage = {
  readonly parts: readonly Part[];
  /** Heads that stand again. */
  readonly heads: readonly { readonly of: number; readonly y: number }[];
  readonly bleed: boolean;
};

/** What would have to be smaller than this to fit on a page is refused. */
const SMALLEST = 0.4;
/** A block that is cut in any case begins where at least this part of a page is left. */
const WORTH = 0.3;
const NEARLY = 0.01;

/** Packs blocks onto pages with that much room, in order. Throws where a block could only be shown too small to be read. */
export function packed(pieces: readonly Piece[], room: number): PackedPage[] {
  const pages: { parts: Part[]; heads: { of: number; y: number }[]; bleed: boolean }[] = [];
  let used = 0;
  const fresh = (bleed = false): void => {
    pages.push({ parts: [], heads: [], bleed });
    used = 0;
  };
  const current = () => pages.at(-1) ?? { parts: [], heads: [], bleed: false };
  const left = (): number => room - used;
  const put = (piece: number, from: number, to: number, scale = 1): void => {
    current().parts.push({ piece, y: used, from, to, scale });
    used += (to - from) * scale;
  };
  fresh();
  for (const [n, piece] of pieces.entries()) {
    if (piece.bleed) {
      if (current().parts.length > 0) fresh(true);
      else current().bleed = true;
      current().parts.push({ piece: n, y: 0, from: 0, to: piece.height, scale: 1 });
      continue;
    }
    const breaks = piece.breaks === 'yes' || (piece.breaks === 'on-first' && pages.length === 1);
    if (current().bleed || (current().parts.length > 0 && (breaks || needed(pieces, n, room) > left() + NEARLY)))
      fresh();
    let from = used === 0 ? piece.lead : 0;
    if (used === 0 && piece.head !== null && pages.length > 1) from = begin(piece, n, pieces);
    for (;;) {
      const rest = piece.height - from;
      if (rest <= left() + NEARLY) {
        put(n, from, piece.height);
        break;
      }
      if (piece.least < 1 && from === 0 && rest * piece.least <= left()) {
        put(n, from, piece.height, left() / rest);
        break;
      }
      const cut = cutOf(piece, from, left(), room);
      if (cut !== null) {
        put(n, from, cut);
        from = cut;
      } else if (used <= headOf(piece, current().heads)) {
        const scale = left() / rest;
        if (scale < SMALLEST)
          throw new Error(`a block of ${Math.ceil(rest)} points does not fit on a page of ${Math.floor(room)}`);
        put(n, from, piece.height, scale);
        break;
      }
      fresh();
      if (piece.head !== null) begin(piece, n, pieces);
    }
  }
  return pages.filter(({ parts }) => parts.length > 0);

  /** The head again; rows have no room above them that could be left out. */
  function begin({ head }: Piece, n: number, all: readonly Piece[]): number {
    if (head === null || n === 0 || head.height > room / 2) return 0;
    const before = all[n - 1];
    if (before === undefined) return 0;
    current().heads.push({ of: head.of, y: 0 });
    used = head.height;
    return 0;
  }
}

const headOf = ({ head }: Piece, heads: readonly unknown[]): number => (heads.length > 0 ? (head?.height ?? 0) : 0);

/** The last place to cut at within that much; null where there is none. */
function cutOf({ cuts, lastCuts, height }: Piece, from: number, left: number, room: number): number | null {
  const tall = height - from > room;
  if (tall && cuts.length === 0 && left < room * WORTH) return null;
  const within = (all: readonly number[]): number | undefined =>
    all.filter((at) => at > from + NEARLY && at - from <= left).at(-1);
  return within(cuts) ?? (tall ? within(lastCuts) : undefined) ?? null;
}

/** What a block must have left on a page to begin there, with those that it is kept with. */
function needed(pieces: readonly Piece[], n: number, room: number): number {
  let [sum, at, until] = [0, n, n + (pieces[n]?.keep ?? 0)];
  const direct = (pieces[n]?.keep ?? 0) > 0 ? heightAt(pieces, n) + leastAt(pieces, n + 1, room) : 0;
  for (let next = pieces[at + 1]; at < until && next && !next.bleed && next.breaks === 'no'; next = pieces[at + 1]) {
    sum += heightAt(pieces, at);
    at += 1;
    until = Math.max(until, at + next.keep);
  }
  const together = sum + leastAt(pieces, at, room);
  // What cannot be kept together on any page is not, or less of it.
  return [together, direct].find((height) => height > 0 && height <= room) ?? leastAt(pieces, n, room);
}
const heightAt = (pieces: readonly Piece[], n: number): number => pieces[n]?.height ?? 0;
const leastAt = (pieces: readonly Piece[], n: number, room: number): number => {
  const piece = pieces[n];
  return piece === undefined ? 0 : least(piece, room);
};

/** The least of a block that begins it. */
function least({ height, cuts, lastCuts, least: smallest }: Piece, room: number): number {
  const [first] = cuts;
  if (first !== undefined) return first;
  if (height > room) return Math.max(lastCuts[0] ?? 0, room * WORTH);
  return height * smallest;
}
