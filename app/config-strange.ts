/** Families of names that are ours alone: what of them is set and not read was meant to be read. */
const FAMILIES =
  /^(SELLER|OBJECT_STORAGE|WHITE_LABEL|STRIPE|PAYPAL|AHREFS|SPEEDYINDEX|OMEGA|LINKCENTAUR|COLOSSUS|INDEXNOW|OIDC|SANDBOX|EVENTSTORE)_/;

/** A warning for each variable that is nearly one of those we read, or of a family of ours and not read. */
export function strangeAmong(
  env: Readonly<Record<string, string | undefined>>,
  variables: readonly string[],
): readonly string[] {
  return Object.keys(env).flatMap((name) => {
    if (variables.includes(name) || env[name] === undefined) return [];
    const meant = variables
      .map((known) => ({ known, far: distance(name.toUpperCase(), known) }))
      .filter(({ known, far }) => far <= (known.length >= 8 ? 2 : known.length >= 6 ? 1 : 0))
      .sort((a, b) => a.far - b.far)[0];
    if (meant) return [`${name} is not a setting and is not read; is ${meant.known} meant?`];
    return FAMILIES.test(name) ? [`${name} is not a setting and is not read; .env.example lists those that are`] : [];
  });
}

/** How many letters must be put in, left out, changed or swapped with their neighbour to make one name of the other. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
