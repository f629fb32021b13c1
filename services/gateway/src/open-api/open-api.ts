import { callsBySubject } from './every-call.js';
import { operation, problemSchema } from './operation.js';

let made: Record<string, unknown> | undefined;

/** OpenAPI 3.1, made from the calls and from the very classes that parse their bodies. */
export function openApiDocument(): Record<string, unknown> {
  if (made) return made;
  const schemas: Record<string, unknown> = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [subject, calls] of Object.entries(callsBySubject))
    for (const call of calls) (paths[call.path] ??= {})[call.method] = operation(call, subject, schemas);
  made = {
    openapi: '3.1.0',
    info: { title: 'Ledgerline', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { ...schemas, Problem: problemSchema },
    },
  };
  return made;
}
