import { schemaOf } from './body-schema.js';

type BodyClass = new () => object;
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

export interface SampleFacts {
  /** Codes stand for departments, most of the time: this one exists. */
  readonly department: string;
  readonly account: string;
  /** An instant well ahead. */
  readonly later: string;
}

/** Is a text, and an id and a code too. */
const anId = 'x'.repeat(26);

/** The least that a body of this class can hold: what is tried when nobody has written anything yet. */
export function sampleBody(type: BodyClass, facts: SampleFacts): Record<string, unknown> {
  const components: Record<string, unknown> = {};
  schemaOf(type, components);
  return sampleObject(components[type.name] as Schema, components as Record<string, Schema>, facts);
}

function sampleObject(schema: Schema, components: Readonly<Record<string, Schema>>, facts: SampleFacts): Record<string, unknown> {
  const { required = [], properties = {} } = schema;
  return Object.fromEntries(required.map((name) => [name, sample(name, properties[name] ?? {}, { components, facts })]));
}

interface Around {
  readonly components: Readonly<Record<string, Schema>>;
  readonly facts: SampleFacts;
}

function sample(name: string, schema: Schema, around: Around): unknown {
  const { components, facts } = around;
  if (schema.$ref !== undefined)
    return sampleObject(components[schema.$ref.split('/').at(-1) as string] ?? {}, components, facts);
  if (schema.enum) return schema.enum[0];
  if (schema.items) return [sample(name, schema.items, around)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1;
  if (schema.type === 'array') return [facts.department];
  if (schema.type === 'object') return {};
  if (schema.format === 'date-time') return facts.later;
  if (schema.format === 'date') return facts.later.slice(0, 10);
  if (name === 'handler') return facts.account;
  return ['lead', 'department', 'departments'].includes(name) ? facts.department : anId;
}
