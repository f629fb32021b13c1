import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { ticketCalls } from '@ledgerline/contracts';
import { parseTicketList } from '../ticket-query.js';
import { openApiDocument } from './open-api.js';

test('the document can be made, and has every command of a ticket', () => {
  const paths = Object.keys(openApiDocument()['paths'] as object);
  const described = (command: string) => paths.some((path) => path.endsWith(`/{id}/${command}`));
  expect(Object.keys(ticketCalls).filter((command) => !described(command))).toEqual([]);
});

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: {
    readonly type: string;
    readonly enum?: readonly string[];
    readonly items?: { readonly enum: readonly string[] };
  };
}
const parametersOf = (path: string): readonly Parameter[] => {
  const paths = openApiDocument()['paths'] as Readonly<Record<string, { readonly get: { readonly parameters: readonly Parameter[] } }>>;
  return paths[path]?.get.parameters.filter((one) => one.in === 'query') ?? [];
}; // prettier-ignore
const schemaOf = (path: string, wanted: string) => parametersOf(path).find(({ name }) => name === wanted)?.schema;

test('parameters are described by the rules that check them', () => {
  expect(schemaOf('/tickets', 'limit')).toEqual({ type: 'integer', minimum: 1, maximum: 200 });
  expect(schemaOf('/departments', 'limit')).toEqual({ type: 'integer', minimum: 1, maximum: 200 });
  expect(schemaOf('/tickets', 'at')).toEqual({ type: 'string', format: 'date-time' });
  expect(schemaOf('/tickets', 'held')).toEqual({ type: 'boolean' });
  expect(schemaOf('/tickets/{id}', 'version')).toMatchObject({ type: 'integer', minimum: 1 });
  expect(parametersOf('/tickets').find(({ name }) => name === 'sort')).toMatchObject({ style: 'form', explode: false });
});

test('every word that the document allows is taken, and one that it does not is refused', () => {
  let looked = 0;
  for (const { name, schema } of parametersOf('/tickets'))
    for (const word of schema.enum ?? schema.items?.enum ?? []) {
      expect(() => parseTicketList({ [name]: word })).not.toThrow();
      expect(() => parseTicketList({ [name]: `${word}x` })).toThrow('invalid-query');
      looked += 1;
    }
  expect(looked).toBeGreaterThanOrEqual(50);
});
