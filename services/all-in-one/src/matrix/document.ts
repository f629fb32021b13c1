/** The OpenAPI document, as far as the matrix reads it. */
export interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Every operation by its id, in the document's order. */
export function operationsOf({ paths }: ApiDocument): ReadonlyMap<string, Operation> {
  return new Map(Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => [one.operationId, one] as const)));
}

/** The least body that an operation takes; `{}` where it takes none. */
export function sampleOf(document: ApiDocument, operation: string): unknown {
  const schema = operationsOf(document).get(operation)?.requestBody?.content['application/json']?.schema;
  return schema === undefined ? {} : sample('', schema, document);
}

function sample(name: string, schema: Schema, document: ApiDocument): unknown {
  if (schema.$ref !== undefined)
    return sample(name, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, document);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.properties !== undefined)
    return Object.fromEntries((schema.required ?? []).map((one) => [one, sample(one, schema.properties?.[one] ?? {}, document)]));
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'array' || schema.items !== undefined) return [sample(name, schema.items ?? {}, document)];
  if (schema.format === 'date-time') return '2099-01-01T00:00:00Z';
  if (schema.format === 'date') return '2099-01-01';
  if (name === 'url') return 'https://example.org/hook';
  // No department that anybody belongs to: what is asked for may not be somebody's own by chance.
  return ['lead', 'department', 'departments'].includes(name) ? 'call-centre' : 'x'.repeat(26);
}
