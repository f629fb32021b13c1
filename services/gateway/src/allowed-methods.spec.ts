import { expect, test } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { methodsAt } from './allowed-methods.js';
import { answerProblem } from './problem.filter.js';

/** What an error is answered with where a request found no route. */
function answered(error: unknown, method: string, url: string) {
  const sent: { status?: number; body?: Record<string, unknown>; readonly headers: Record<string, string> } = { headers: {} };
  const reply = {
    request: { method, url, headers: {} },
    header: (name: string, value: string) => Object.assign(sent.headers, { [name]: value }) && reply,
    status: (status: number) => Object.assign(sent, { status }) && reply,
    type: () => reply,
    send: (body: Record<string, unknown>) => Object.assign(sent, { body }),
  };
  answerProblem(error, reply as unknown as FastifyReply, { log: { error() {} } } as never);
  return { status: sent.status, code: sent.body?.['code'], allow: sent.headers['allow'] };
}
const unrouted = (method: string, url: string) => answered(new NotFoundException(), method, url);

test('a path that there is, by another method, is 405 and says which there are', () => {
  expect(unrouted('DELETE', '/api/v1/tickets?limit=1')).toEqual({
    status: 405,
    code: 'method-not-allowed',
    allow: 'GET, HEAD, POST',
  });
  expect(unrouted('GET', '/api/v1/tickets/t1/route')).toMatchObject({ status: 405, allow: 'POST' });
  expect(unrouted('PUT', '/api/v1/session')).toMatchObject({ status: 405, allow: 'DELETE, GET, HEAD, POST' });
  expect(unrouted('OPTIONS', '/health/live')).toMatchObject({ status: 405, allow: 'GET, HEAD' });
});

test('a path that there is not stays 404, and so does what a call did not find', () => {
  expect(unrouted('GET', '/api/v1/nothing')).toMatchObject({ status: 404, code: 'not-found', allow: undefined });
  expect(unrouted('GET', '/api/v1/tickets/t1/nothing')).toMatchObject({ status: 404 });
  expect(methodsAt('/api/v1/users/')).toEqual([]);
});
