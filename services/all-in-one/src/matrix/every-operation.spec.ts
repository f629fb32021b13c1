import { expect, test } from '@jest/globals';
import { apiRoutes, openApiDocument } from '@ledgerline/gateway';
import { operationsOf, type ApiDocument } from './document.js';
import { everyLine } from './lines/every-line.js';

const document = openApiDocument() as unknown as ApiDocument;
const operations = [...operationsOf(document).keys()];

/** Without a line nobody has said who may see what of its answers: add one to `lines/`, then run `permission-matrix.int.spec.ts`. */
test('every operation of the OpenAPI document has its line in the permission matrix', () => {
  expect(operations.filter((operation) => everyLine[operation] === undefined)).toEqual([]);
});

test('the matrix has no line for what is no operation', () => {
  expect(Object.keys(everyLine).filter((line) => !operations.includes(line))).toEqual([]);
});

/** A route that the document does not name would go past the matrix. */
test('every route of the API stands in the OpenAPI document', () => {
  const described = operations.map((operation) => operation.replaceAll(/\{\w+\}/g, 'x'));
  const unknown = apiRoutes().filter((route) => {
    const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/ ]+')}$`);
    return !described.some((operation) => pattern.test(operation));
  });
  expect(unknown).toEqual([]);
});
