import fc from "fast-check";

/** Strings that broke something somewhere once: markup, paths, control, zero-width, right-to-left and astral characters, halves of pairs. */
export const nasty = fc.constantFrom(
  "",
  " ",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "../../../etc/passwd",
  "..%2f..%2fpackage.json",
  "%00",
  "\u0000",
  "\u202Egnp.exe",
  "a\u200Bb\uFEFF",
  "\uD800",
  "💩".repeat(50),
  "__proto__",
  "constructor",
  "toString",
  "'; DROP TABLE rows; --",
  "${7*7}{{7*7}}#{7*7}",
  "-1",
  "1e309",
  "NaN",
  "x".repeat(9_000),
  "2026-02-30T25:61:00Z",
);

/** Nothing of the inside: no stack, no path, no library, no store. */
export const inside =
  /\bat .{1,80}:\d+:\d+|node_modules|\/src\/|\.ts:\d|SQLITE|ZodError|SyntaxError|TypeError|Cannot read prop|ENOENT|Unexpected token/;

/** Where a value of JSON holds other values, and what stands there: [] is the value itself. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const deeper = typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key])) : [];
  return [path, ...deeper];
}

type Change = { readonly kind: "put"; readonly value: unknown } | { readonly kind: "leave_out" | "wrap" | "twice" };

function changedAt(value: unknown, [key, ...rest]: readonly string[], change: Change): unknown {
  if (key === undefined) return change.kind === "put" ? change.value : change.kind === "wrap" ? [{ value }] : [value, value];
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, each]) => {
    if (name !== key) return [[name, each] as const];
    return change.kind === "leave_out" && rest.length === 0 ? [] : [[name, changedAt(each, rest, change)] as const];
  });
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

/** Something valid with one node of it changed: another value, none, a list where there was one, or more than was asked. */
export function mutated(valid: unknown): fc.Arbitrary<unknown> {
  const values = fc.oneof(
    { weight: 3, arbitrary: nasty },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -1, 1e21, 2 ** 53, 0.1, [], {}, [[]], { toString: 1 }, { length: 5 }) },
    { weight: 1, arbitrary: fc.integer({ min: 500, max: 3_000 }).map((length) => Array.from({ length }, (_, at) => at)) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
  const changes: fc.Arbitrary<Change> = fc.oneof(
    { weight: 5, arbitrary: values.map((value): Change => ({ kind: "put", value })) },
    { weight: 2, arbitrary: fc.constantFrom<Change>({ kind: "leave_out" }, { kind: "wrap" }, { kind: "twice" }) },
  );
  return fc.tuple(fc.constantFrom(...pathsIn(valid)), changes).map(([path, change]) => changedAt(valid, path, change));
}

/** Bytes with some of them changed, taken out or repeated. */
export function mutatedBytes(valid: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const spots = fc.array(fc.tuple(fc.nat({ max: Math.max(0, valid.length - 1) }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 });
  return fc.tuple(spots, fc.nat({ max: valid.length }), fc.constantFrom("change", "cut", "twice")).map(([changes, at, how]) => {
    const bytes = Uint8Array.from(valid);
    for (const [place, byte] of changes) bytes[place] = byte;
    if (how === "cut") return bytes.slice(0, at);
    return how === "twice" ? new Uint8Array([...bytes.slice(0, at), ...bytes]) : bytes;
  });
}
