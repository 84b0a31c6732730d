/** An entity tag of a stream's revision. */
export const etag = (revision: number): string => `"${revision}"`;
