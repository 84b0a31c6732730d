/** Why a file is not taken, in words for whoever sent it. */
export class RefusedFile extends Error {}
export const refused = (why: string): never => {
  throw new RefusedFile(why);
};
