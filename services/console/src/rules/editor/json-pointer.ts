/** Reading and changing a document at a place (RFC 6901), as the server's faults name places. Nothing is changed in place. */
type Json = unknown;

function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A member's name as a step of a pointer. */
export function step(name: string | number): string {
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

export function valueAt(document: Json, pointer: string): Json {
  return stepsOf(pointer).reduce<Json>(
    (value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, Json>)[name] : undefined),
    document,
  );
}

/** The document with another value at a place; `undefined` takes the member away. Members on the way come into being. */
export function withValueAt(document: Json, pointer: string, value: Json): Json {
  return changed(document, stepsOf(pointer), value);
}

function changed(document: Json, [name, ...rest]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  if (Array.isArray(document)) {
    const next = [...(document as readonly Json[])];
    const inner = changed(next[Number(name)], rest, value);
    if (inner === undefined) next.splice(Number(name), 1);
    else next[Number(name)] = inner;
    return next;
  }
  const { [name]: before, ...others } = (typeof document === 'object' && document !== null ? document : {}) as Record<
    string,
    Json
  >;
  const inner = changed(before, rest, value);
  if (inner === undefined) return others;
  return before === undefined ? { ...others, [name]: inner } : { ...(document as Record<string, Json>), [name]: inner };
}

/** The list with one of its items moved by so many places. */
export function moved<Item>(list: readonly Item[], from: number, by: number): readonly Item[] {
  const to = Math.max(0, Math.min(list.length - 1, from + by));
  const without = list.toSpliced(from, 1);
  return without.toSpliced(to, 0, list[from] as Item);
}
