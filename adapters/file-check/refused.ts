/** Why a file is not taken, in words for whoever sent it. */
export class RefusedFile extends Error {
  /** Of an archive: the part that it is about. */
  readonly entry: string | null;
  constructor(why: string, entry: string | null = null) {
    super(why);
    this.entry = entry;
  }
}
export const refused = (why: string, entry: string | null = null): never => {
  throw new RefusedFile(why, entry);
};
