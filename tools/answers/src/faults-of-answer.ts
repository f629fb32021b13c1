import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { keptSchemas } from './answer-schemas.ts';

/** An answer that was given: `path` as it was asked, below `/api/v1`. */
export interface GivenAnswer {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** The document, read once it is asked for. */
const document = once(() => {
  const schemas = keptSchemas();
  const ajv = new Ajv2020({ strict: false });
  (formats as unknown as (made: Ajv2020) => void)(ajv);
  ajv.addSchema(schemas, 'answers');
  // A word in its place goes before a placeholder.
  const calls = Object.keys(schemas.calls)
    .map((call) => ({ call, path: new RegExp(`^${call.replaceAll(/\{\w+\}/g, '[^/]+')}$`), holes: call.split('{').length }))
    .toSorted((a, b) => a.holes - b.holes);
  return { ajv, calls };
});

const compiled = new Map<string, ValidateFunction>();

/** Where an answer is not what the API's document says, or says more than it; nothing of a call that has no answer there. */
export function faultsOfAnswer({ method, path, body }: GivenAnswer): readonly string[] {
  const asked = `${method.toLowerCase()} ${path.replace(/[?#].*$/, '')}`;
  const { ajv, calls } = document();
  const call = calls.find((one) => one.path.test(asked))?.call;
  if (call === undefined) return [];
  const isValid = compiled.get(call) ?? ajv.compile({ $ref: `answers#/calls/${pointerToken(call)}` });
  compiled.set(call, isValid);
  return isValid(body) ? [] : (isValid.errors ?? []).map((error) => `${call}: ${faultOf(error)}`);
}

function faultOf({ instancePath, message = '', params, schemaPath }: ErrorObject): string {
  return `${instancePath === '' ? '/' : instancePath} ${message} ${JSON.stringify(params)} (${schemaPath})`;
}

function pointerToken(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
