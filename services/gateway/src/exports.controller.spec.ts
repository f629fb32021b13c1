import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import type { Ledgerline } from '@ledgerline/host';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportsController } from './exports.controller.js';
import type { Identity } from './identity.js';

const auditor = { kind: 'person', id: 'a', roles: ['auditor'], departments: [] };

/** A controller whose exports wait to be put on record until `refuse` is called. */
function waitingForRecord() {
  const waiting: (() => void)[] = [];
  const ledgerline = {
    configuration: { store: 'sqlite', site: 'main' },
    store: { end: () => Promise.resolve('main.1.1') },
    clock: { now: () => 0 },
    ask: () => new Promise((resolve) => waiting.push(() => resolve({ kind: 'problem', code: 'not-allowed' }))),
  } as unknown as Ledgerline;
  const controller = new ExportsController(ledgerline, { ofStaff: () => Promise.resolve(auditor) } as unknown as Identity);
  const take = () => controller.take({} as FastifyRequest, {} as FastifyReply, 'log', {}).catch(({ message }: Error) => message);
  const asked = async (count: number) => {
    while (waiting.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  return { take, asked, refuse: () => waiting.splice(0).forEach((answer) => answer()) };
}

test('two exports at a time, however many ask at the same moment; a place that came to nothing is free again', async () => {
  const { take, asked, refuse } = waitingForRecord();
  const [first, second, third] = [take(), take(), take()];
  expect(await third).toBe('too-many-requests');
  await asked(2);
  refuse();
  expect(await Promise.all([first, second])).toEqual(['not-allowed', 'not-allowed']);
  const again = take();
  await asked(1);
  refuse();
  expect(await again).toBe('not-allowed');
});
