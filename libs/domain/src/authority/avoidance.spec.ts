import { describe, expect, test } from '@jest/globals';
import type { CommandHandling, Decide, StreamName } from '@ledgerline/kernel';
import { erased } from '@ledgerline/kernel';
import { recorded } from '@ledgerline/kernel/contracts';
import type { Account } from '../account/index.js';
import { ticketFold } from '../ticket/evolve-ticket.js';
import type { TicketEvent } from '../ticket/ticket-events.js';
import type { MaybeTicket } from '../ticket/ticket.js';
import { avoiding } from './avoidance.js';

const account = { username: 'zhao.min', name: '赵敏' } as NonNullable<Account>;

describe('a decision', () => {
  const granted: Decide<unknown, MaybeTicket, TicketEvent> = () => [{ type: 'ResultAccepted', data: {} }];
  const decided = async (aboutPerson: unknown, who: Account) => {
    const registered = { type: 'TicketRegistered', data: { kind: 'complaint', level: 'general', caller: {}, aboutPerson } };
    const ticket = recorded([registered as unknown as TicketEvent]).reduce(ticketFold.evolve, undefined);
    const current = (stream: StreamName) => Promise.resolve({ state: stream.startsWith('ticket.') ? ticket : who });
    const log = { commands: { current } as unknown as CommandHandling, clock: { now: () => 0 } };
    const decide = await avoiding(granted)({ id: 't1', principal: { id: 'id-1' } }, log);
    return decide({}, ticket, { at: '', actor: { kind: 'person', id: 'id-1' }, site: 'main' });
  };

  test('is not made by whom the ticket is about', async () => {
    expect(await decided('赵敏', account)).toEqual({ rejection: 'ticket-concerns-you' });
  });

  test('is made by others, and where nobody knows whom it was about', async () => {
    for (const [about, who] of [
      ['钱多多', account],
      [undefined, account],
      [erased, account],
      ['赵敏', undefined],
    ] as const)
      expect(Array.isArray(await decided(about, who))).toBe(true);
  });
});
