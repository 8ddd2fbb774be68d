/** The same names, each with what `to` makes of its value. */
export function mapValues<From, To>(record: Readonly<Record<string, From>>, to: (from: From, name: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value, name)]));
}
