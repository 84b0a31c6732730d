/** What was fetched cannot be a logo; the message says why, for whoever named the address. */
export class NotAPicture extends Error {
  override readonly name = 'NotAPicture';
}

export type Picture = {
  readonly bytes: Buffer;
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
};

/** Pixels a side, and of all: what is unpacked of it stays small, and no page needs more. */
export const MOST_SIDE = 4096;
const MOST_PIXELS = 8_000_000;

/** Throws `NotAPicture` where the sides are none, or too long. */
export function withinBounds(width: number, height: number): void {
  if (width < 1 || height < 1) throw new NotAPicture('the picture has no size');
  if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS)
    throw new NotAPicture(
      `the picture has ${width} × ${height} pixels; at most ${MOST_SIDE} a side and ${MOST_PIXELS / 1e6} million in all are taken`,
    );
}
