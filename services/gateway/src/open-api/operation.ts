import { schemaOf } from '../body-schema.js';
import type { Call } from './call.js';
import { binary, responsesOf } from './responses.js';

/** How a call stands in the document. `schemas` gets those of its body. */
export function operation(call: Call, tag: string, schemas: Record<string, unknown>): Record<string, unknown> {
  const inPath = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 200 },
  }));
  const inQuery = (call.query ?? []).map((name) => ({ name, in: 'query', schema: { type: 'string' } }));
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

function header(name: string): Record<string, unknown> {
  return { name, in: 'header', schema: { type: 'string' } };
}
