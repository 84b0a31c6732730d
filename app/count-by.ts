/** How many rows have each value of the column. */
export function countBy(rows: readonly Readonly<Record<string, unknown>>[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
  return counts;
}
