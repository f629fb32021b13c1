import { schemaOf } from '../body-schema.js';
import { instant, paging, type Parse } from '../ticket-query.js';
import type { Call } from './call.js';
import { binary, responsesOf } from './responses.js';

/** Parameters that are the same wherever they are. */
const usual: Readonly<Record<string, Parse>> = { limit: paging.limit, at: instant };

/** How a call stands in the document. `schemas` gets those of its body. */
export function operation(call: Call, tag: string, schemas: Record<string, unknown>): Record<string, unknown> {
  const inPath = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 200 },
  }));
  const inQuery = parametersOf(call.query ?? []);
  const inHeader =
    call.method === 'get' ? [header('Ledgerline-After')] : call.open ? [] : [header('Idempotency-Key'), header('If-Match')];
  if (call.upload) inHeader.push(header('Content-Disposition'));
  const taken = {
    ...(call.upload ? binary : {}),
    ...(call.csv ? { 'text/csv': { schema: { type: 'string' } } } : {}),
    ...(call.body ? { 'application/json': { schema: schemaOf(call.body, schemas) } } : {}),
  };
  return {
    operationId: `${call.method} ${call.path}`,
    summary: call.summary,
    tags: [tag],
    parameters: [...inPath, ...inQuery, ...inHeader],
    ...(Object.keys(taken).length === 0 ? {} : { requestBody: { required: true, content: taken } }),
    ...(call.open ? { security: [] } : {}),
    responses: responsesOf(call),
  };
}

/** Lists of words are written with commas between. */
function parametersOf(query: NonNullable<Call['query']>): Record<string, unknown>[] {
  const rules: readonly (readonly [string, Parse | undefined])[] = isNames(query)
    ? query.map((name) => [name, usual[name]] as const)
    : Object.entries(query);
  return rules.map(([name, rule]) => {
    const schema = rule?.schema ?? { type: 'string' };
    return { name, in: 'query', schema, ...(schema['type'] === 'array' ? { style: 'form', explode: false } : {}) };
  });
}

function isNames(query: NonNullable<Call['query']>): query is readonly string[] {
  return Array.isArray(query);
}

function header(name: string): Record<string, unknown> {
  return { name, in: 'header', schema: { type: 'string' } };
}
