import { readFileSync } from 'node:fs';
import type { Call } from './call.js';

type Schema = Readonly<Record<string, unknown>>;
interface Answers {
  readonly calls: Readonly<Record<string, Schema>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Made from the types of what services answer, and checked in (tools/answers, ADR 0042). */
const answers = opened(JSON.parse(readFileSync(new URL('./answers.json', import.meta.url), 'utf8'))) as Answers;

/** The shapes that answers share, by name. */
export const answerSchemas = answers.components.schemas;

/** What a call answers where it is done; undefined where that is no JSON. */
export function answerOf({ method, path }: Call): Schema | undefined {
  return answers.calls[`${method} ${path}`];
}

/** Answers may get more members (docs/compatibility.md): whoever reads them has to pass over what they do not know. */
function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name, one]) => name !== 'additionalProperties' || one !== false);
  return Object.fromEntries(kept.map(([name, one]) => [name, opened(one)]));
}
