import { publicEventTypes, type CloudEvent, type MemberKind } from '@ledgerline/domain';

/** How a column is written: text, whole numbers, yes and no, instants; lists are JSON, because CSV has none. */
export type ColumnKind = 'text' | 'integer' | 'boolean' | 'instant' | 'json';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Undefined where the event has none. */
  of(event: CloudEvent): unknown;
}

const attributes: readonly Column[] = [
  { name: 'id', kind: 'text', of: ({ id }) => id },
  { name: 'ticket', kind: 'text', of: ({ subject }) => subject },
  { name: 'version', kind: 'integer', of: ({ version }) => version },
  { name: 'time', kind: 'instant', of: ({ time }) => time },
  { name: 'position', kind: 'text', of: ({ position }) => position },
];
const kinds: Readonly<Record<MemberKind, ColumnKind>> = {
  string: 'text', integer: 'integer', boolean: 'boolean', strings: 'json',
}; // prettier-ignore

const known = new Map(Object.values(publicEventTypes).map((one) => [one.type, one.members]));

/** A table a public type: what every event has, then the members of the type, in the order of its definition. */
export function columnsOf(type: string): readonly Column[] {
  const members = Object.entries(known.get(type) ?? {}).map(([name, kind]): Column => ({
    name,
    kind: kinds[kind.replace('?', '') as MemberKind],
    of: ({ data }) => data[name],
  }));
  return [...attributes, ...members];
}
