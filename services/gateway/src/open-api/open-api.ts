import { answerSchemas } from './answers.js';
import { callsBySubject } from './every-call.js';
import { operation } from './operation.js';
import { problemSchema } from './responses.js';

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
      schemas: apart(schemas, { Problem: problemSchema }, answerSchemas),
    },
  };
  return made;
}

/** Bodies, answers and problems under their names. @throws Error where two things have one name */
function apart(...parts: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  const all = parts.flatMap((part) => Object.entries(part));
  const twice = all.map(([name]) => name).filter((name, place, names) => names.indexOf(name) !== place);
  if (twice.length > 0) throw new Error(`two things of the API's document are called ${twice.join(', ')}`);
  return Object.fromEntries(all);
}
