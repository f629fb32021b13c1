import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { ticketCalls } from '@ledgerline/contracts';
import { openApiDocument } from './open-api.js';

test('the document can be made, and has every command of a ticket', () => {
  const paths = Object.keys(openApiDocument()['paths'] as object);
  const described = (command: string) => paths.some((path) => path.endsWith(`/{id}/${command}`));
  expect(Object.keys(ticketCalls).filter((command) => !described(command))).toEqual([]);
});
