import type { AnswerSchemas, Schema } from './answer-schemas.ts';

type Schemas = Readonly<Record<string, Schema>>;
type Composed = Schema & { readonly $ref?: string; readonly anyOf?: readonly Schema[]; readonly properties?: Schemas };

/** Members that say the same wherever they stand: instants are RFC 3339 in UTC, the others count. What is an instant elsewhere says so itself. */
const instants = /^(at|asOf|due|time|\w+At)$/;
const counts = /^(version|draft|count|attempts|attempt|schema|events|cases|registered|order|assignment)$/;

/** Names that a document may have, references to them, and what a type cannot say of its members. What has no name stands where it is. */
export function tidySchemas(calls: Schemas, definitions: Schemas): AnswerSchemas {
  const tidy = (schemas: Schemas, nameOf: (name: string) => string | undefined) =>
    Object.fromEntries(
      Object.entries(schemas)
        .flatMap(([name, schema]) => {
          const wire = nameOf(name);
          return wire === undefined ? [] : [[wire, tidied(schema, definitions) as Schema] as const];
        })
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  return { calls: tidy(calls, (call) => call), components: { schemas: tidy(definitions, wireName) } };
}

/** `Page<TicketLine>` is `PageOfTicketLine`. */
function wireName(name: string): string | undefined {
  const [, outer, inner] = /^(\w+)(?:<(\w+)>)?$/.exec(name) ?? [];
  if (outer === undefined || inner === undefined) return outer;
  return `${outer}Of${inner.charAt(0).toUpperCase()}${inner.slice(1)}`;
}

function tidied(value: unknown, definitions: Schemas): unknown {
  const inside = (one: unknown) => tidied(one, definitions);
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, anyOf, properties, ...rest } = value as Composed;
  const named = $ref?.replace('#/definitions/', '');
  const wire = named === undefined ? undefined : wireName(named);
  if (named !== undefined && wire === undefined) return inside({ ...definitions[named], ...rest });
  const branches = anyOf?.filter((branch) => JSON.stringify(branch) !== '{"not":{}}');
  if (branches?.length === 1) return inside({ ...branches[0], ...rest });
  const members = Object.entries(properties ?? {}).map(([name, member]) => [name, inside(withFormat(name, member))]);
  return {
    ...(wire === undefined ? {} : { $ref: `#/components/schemas/${wire}` }),
    ...Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, inside(member)])),
    ...(branches === undefined ? {} : { anyOf: inside(branches) }),
    ...(properties === undefined ? {} : { properties: Object.fromEntries(members) }),
  };
}

function withFormat(name: string, member: Schema): Schema {
  const types = [member['type']].flat();
  const isInstant = instants.test(name) || String(member['description'] ?? '').includes('RFC 3339');
  if (isInstant && types.includes('string') && member['const'] === undefined) return { ...member, format: 'date-time' };
  if (!counts.test(name) || !types.includes('number')) return member;
  const [type, ...others] = types.map((one) => (one === 'number' ? 'integer' : one));
  return { ...member, type: others.length === 0 ? type : [type, ...others] };
}
