import { join } from 'node:path';
import { createFormatter, createParser, createProgram, DEFAULT_CONFIG, SchemaGenerator } from 'ts-json-schema-generator';
import type { AnswerSchemas, Schema } from './answer-schemas.ts';
import { tidySchemas } from './tidy-schemas.ts';
import { WordsParser } from './words-parser.ts';

const root = join(import.meta.dirname, '../../..');
const config = {
  ...DEFAULT_CONFIG,
  path: join(import.meta.dirname, 'answers.ts'),
  tsconfig: join(root, 'tsconfig.json'),
  skipTypeCheck: true,
  expose: 'export',
  topRef: false,
  jsDoc: 'extended',
  encodeRefs: false,
} as const;

/** The schemas of the types in `answers.ts`, for these calls; those that have no answer are left out. @param calls as `get /tickets/{id}` */
export function makeSchemas(calls: readonly string[]): AnswerSchemas {
  const program = createProgram(config);
  const words = new WordsParser(program.getTypeChecker());
  const parser = createParser(program, config, (chain) => chain.addNodeParser(words));
  const made = new SchemaGenerator(program, parser, createFormatter(config), config).createSchema('Answers');
  const lines = made.properties as Readonly<Record<string, Schema>>;
  const known = calls.flatMap((call) => {
    const line = lines[call] ?? lines[anyOf(call, lines)];
    return line === undefined ? [] : [[call, line] as const];
  });
  return tidySchemas(Object.fromEntries(known), made.definitions as Readonly<Record<string, Schema>>);
}

/** The line for all words at the end of a call: `post /tickets/{id}/route` is `post /tickets/{id}/{command}`. */
function anyOf(call: string, lines: Readonly<Record<string, Schema>>): string {
  const before = call.slice(0, call.lastIndexOf('/') + 1);
  return (
    Object.keys(lines).find((line) => line.startsWith(before) && /^\{(command|step|change)\}$/.test(line.slice(before.length))) ??
    ''
  );
}
