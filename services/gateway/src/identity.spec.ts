import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { Identity } from './identity.js';

const identity = new Identity(undefined as never, undefined as never);
const tokenOf = (authorization: string) => identity.tokenOf({ headers: { authorization } } as FastifyRequest);
const token = 'lls_0123456789';

test.each([`Bearer ${token}`, `bearer ${token}`, `BEARER  ${token}`])('%s carries a token: a scheme has no case', (header) => {
  expect(tokenOf(header)).toBe(token);
});

test.each(['', token, 'Bearer', `Basic ${token}`, `Bearer ${token} x`, `Bearer${token}`])('"%s" carries none', (header) => {
  expect(() => tokenOf(header)).toThrow('not-signed-in');
});
