import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Schema = Readonly<Record<string, unknown>>;

/** What `answers.json` holds: JSON Schema 2020-12, closed: an answer has no member that does not stand there. */
export interface AnswerSchemas {
  /** By method and path, as `get /tickets/{id}`. */
  readonly calls: Readonly<Record<string, Schema>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Where the gateway has it. */
export const answersFile = join(import.meta.dirname, '../../../services/gateway/src/open-api/answers.json');

export function keptSchemas(): AnswerSchemas {
  return JSON.parse(readFileSync(answersFile, 'utf8')) as AnswerSchemas;
}
