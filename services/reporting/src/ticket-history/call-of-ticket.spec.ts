import { expect, test } from '@jest/globals';
import type { Ticket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { callOfTicket } from './call-of-ticket.js';

/** The call was recorded when the ticket was still here; its contact is known by that. */
function ledgerline(): Ledgerline {
  const recorded = { direction: 'inbound', outcome: 'answered', occurredAt: '2026-01-05T02:00:00Z', recording: 'r' };
  const ids: string[] = [];
  return {
    configuration: { site: 'main' },
    digest: (_secret: string, text: string) => {
      ids.push(text);
      return Buffer.from(text).toString('base64url');
    },
    commands: {
      current: (stream: string) =>
        Promise.resolve({ state: stream === 'contact.k1' ? { callId: 'call-7' } : ids.at(-1) === 'contact of call main call-7' ? recorded : undefined }), // prettier-ignore
    },
  } as unknown as Ledgerline;
}
const ticket = { channel: 'phone', contact: 'k1', site: 'main' } as Ticket;

test.each(['main', 'north'])('a ticket that is at %s by now shows the call that it came from', async (site) => {
  const call = await callOfTicket({ ...ticket, site }, ['agent'], ledgerline());
  expect(call).toMatchObject({ callId: 'call-7', direction: 'inbound', hasRecording: true });
});

test('one that came by post came from no call, and whoever sees no callers is told of none', async () => {
  expect(await callOfTicket({ ...ticket, channel: 'web' }, ['agent'], ledgerline())).toBeUndefined();
  expect(await callOfTicket(ticket, ['handler'], ledgerline())).toBeUndefined();
});
