/** A value that JSON can carry. `undefined` members of objects are left out, as JSON.stringify does. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * The canonical text of a value after RFC 8785 (JCS): members sorted by UTF-16 code units, no white space, numbers and
 * strings as ECMAScript writes them. Its UTF-8 encoding is what hashes cover, so it is produced once per commit.
 *
 * @throws TypeError for what has no canonical form: NaN, infinities, lone surrogates, functions, symbols, bigints.
 */
export function canonicalJson(value: unknown): string {
  const inOrder = ordered(value);
  return inOrder === notOrderable ? written(value) : textInOrder(inOrder);
}

/**
 * The value with all members in canonical order, itself where it is so already; undefined where there is none such, and
 * `canonicalJson` has to write it. Strings are not looked at: `textInOrder` does.
 */
export function inCanonicalOrder(value: unknown): unknown {
  const inOrder = ordered(value);
  return inOrder === notOrderable ? undefined : inOrder;
}

/** @throws TypeError for a lone surrogate: the engine writes one, and nothing else, as `\ud…`. */
export function textInOrder(value: unknown): string {
  const text = JSON.stringify(value);
  if (text.includes('\\ud')) refuseLoneSurrogates(value);
  return text;
}

/** A backslash before `ud` in a text looks the same at first. */
function refuseLoneSurrogates(value: unknown): void {
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('no canonical JSON for a lone surrogate');
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    refuseLoneSurrogates(name);
    refuseLoneSurrogates(member);
  }
}

/** Integer-like names stand first in every JavaScript object, whatever the order in which they were set; `__proto__` is none. */
const notOrderable = Symbol('not orderable');

/** The value with all members in canonical order, itself where it is so already: then the engine writes it in one go. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return checked(value);
  if (Array.isArray(value)) return orderedArray(value);
  refuseOwnForm(value);
  return orderedObject(value as Record<string, unknown>);
}

function orderedArray(items: readonly unknown[]): unknown {
  let copy: unknown[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] === undefined ? null : ordered(items[index]);
    if (item === notOrderable) return notOrderable;
    if (item !== items[index]) (copy ??= [...items])[index] = item;
  }
  return copy ?? items;
}

function orderedObject(members: Record<string, unknown>): unknown {
  const names = Object.keys(members);
  let changed: Record<string, unknown> | undefined;
  let sorted = true;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    if (isPlacedByTheEngine(name)) return notOrderable;
    if (index > 0 && name < (names[index - 1] as string)) sorted = false;
    const member = members[name];
    const inner = member === undefined ? undefined : ordered(member);
    if (inner === notOrderable) return notOrderable;
    if (inner !== member) (changed ??= { ...members })[name] = inner;
  }
  if (sorted) return changed ?? members;
  const copy: Record<string, unknown> = {};
  for (const name of sortedInPlace(names)) copy[name] = (changed ?? members)[name];
  return copy;
}

/** By UTF-16 code units. Most objects have a few members: insertion, which allocates nothing, is what they need. */
function sortedInPlace(names: string[]): string[] {
  if (names.length > 24) return names.sort();
  for (let index = 1; index < names.length; index += 1) {
    const name = names[index] as string;
    let place = index;
    for (; place > 0 && (names[place - 1] as string) > name; place -= 1) names[place] = names[place - 1] as string;
    names[place] = name;
  }
  return names;
}

function isPlacedByTheEngine(name: string): boolean {
  const first = name.charCodeAt(0);
  return (first >= 48 && first <= 57) || name === '__proto__';
}

function refuseOwnForm(value: object): void {
  if (typeof (value as { readonly toJSON?: unknown }).toJSON === 'function')
    throw new TypeError('no canonical JSON for an object with a form of its own');
}

/** A value without members, as it is. */
function checked(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`no canonical JSON for ${value}`);
      return value;
    case 'boolean':
      return value;
    default:
      if (value === null) return value;
      throw new TypeError(`no canonical JSON for a ${typeof value}`);
  }
}

/** Written member by member. */
function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textInOrder(checked(value));
  if (Array.isArray(value)) return `[${value.map((item) => (item === undefined ? 'null' : written(item))).join(',')}]`;
  refuseOwnForm(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${textInOrder(name)}:${written(member)}`).join(',')}}`;
}
