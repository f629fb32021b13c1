import { expect, test } from '@jest/globals';
import type { Principal } from '@ledgerline/contracts';
import type { TicketEvent } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { recorded } from '@ledgerline/kernel/contracts';
import { loadVisible } from './visible-ticket.js';

const registered = (confidential: boolean) =>
  ({
    type: 'TicketRegistered',
    data: { kind: 'complaint', level: 'general', caller: {}, confidential },
  }) as unknown as TicketEvent;
const coordinator: Principal = { kind: 'person', id: 'c1', roles: ['coordinator'], departments: [] };
const agent: Principal = { ...coordinator, roles: ['agent'] };

/** Only what is asked for: a log with one ticket, and a place for looks that works or does not. */
function logWith(confidential: boolean, record: () => Promise<unknown>) {
  const looks: unknown[] = [];
  const ledgerline = {
    clock: { now: () => 0 },
    digest: (_secret: string, text: string) => Buffer.from(text).toString('base64url').padEnd(22, 'A'),
    store: { load: async () => [] },
    codec: { open: async () => [{ events: recorded([registered(confidential)]) }] },
    commands: {
      handle: async (stream: string, command: { readonly data: unknown }) => {
        looks.push([stream, command.data]);
        return record();
      },
    },
  } as unknown as Ledgerline;
  const look = (principal: Principal, version?: number) =>
    loadVisible({ body: { idOrNumber: 't1', ...(version === undefined ? {} : { version }) }, principal }, 'ticket', ledgerline);
  return { look, looks };
}
const works = async () => ({ kind: 'accepted' });

test('a look at a confidential ticket is on record before it is shown', async () => {
  const { look, looks } = logWith(true, works);
  expect(await look(coordinator, 3)).toMatchObject({ id: 't1', identity: 'plain' });
  expect(looks).toEqual([['access.t1', { ticket: 't1', call: 'ticket', moment: { version: 3 } }]]);
});

test('what cannot be recorded is not shown', async () => {
  await expect(logWith(true, () => Promise.reject(new Error('the log is away'))).look(coordinator)).rejects.toThrow('away');
  await expect(logWith(true, async () => ({ kind: 'key-reused' })).look(coordinator)).rejects.toThrow('key-reused');
});

test('a look that is refused, or at what is not confidential, leaves no record', async () => {
  const secret = logWith(true, works);
  expect(await secret.look(agent)).toMatchObject({ code: 'ticket-not-found' });
  const plain = logWith(false, works);
  expect(await plain.look(agent)).toMatchObject({ id: 't1' });
  expect([...secret.looks, ...plain.looks]).toEqual([]);
});
