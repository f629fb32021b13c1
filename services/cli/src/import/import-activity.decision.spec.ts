import { describe, expect, test } from '@jest/globals';
import { ticketFold, type TicketEvent } from '@ledgerline/domain';
import type { Fold, RecordedEvent, Rejection } from '@ledgerline/kernel';
import { actorOf, recorded, specTime } from '@ledgerline/kernel/contracts';
import type { Activity } from './case-event.js';
import { importActivity, importedTicketFold, type ImportedTicket } from './import-activity.decision.js';

const origin = { source: 'old', reference: '7, line 2' };
const actor = { kind: 'imported', id: 'old' } as const;
const person = 'p'.repeat(24);
const registered = {
  type: 'TicketRegistered',
  data: { person, contact: 'c1', kind: 'complaint', level: 'general', item: 'fault' },
} as TicketEvent;
const activity: Activity = { activity: 'Wait', occurredAt: '2012-10-09T12:50:17.000Z', resource: 'Value 1', details: { a: 'b' } };
const closing: Activity = { ...activity, activity: 'Closed', meaning: { closes: 'resolved' } };

/** An imported history, event by event, as a fold gives it. */
const folded = <State>(fold: Fold<State>, events: readonly TicketEvent[]): State =>
  recorded(events, actor).reduce(
    (state, event) => fold.evolve(state, { ...event, meta: { ...event.meta, origin } }),
    fold.initial,
  );
const imported = (...events: readonly TicketEvent[]) => folded(importedTicketFold, events);
const ticketOf = (...events: readonly TicketEvent[]) => folded(ticketFold, events);
const decide = (command: Activity, state: ImportedTicket | undefined) =>
  importActivity(command, state, { at: specTime, actor, site: 'main' });
const types = (decision: ReturnType<typeof decide>) => (decision as readonly TicketEvent[]).map(({ type }) => type);
/** The history and what the commands made of it. */
const after = (commands: readonly Activity[]) =>
  commands.reduce<readonly TicketEvent[]>(
    (history, command) => [...history, ...(decide(command, imported(...history)) as readonly TicketEvent[])],
    [registered],
  );

test('is refused where the case has no ticket yet', () => {
  expect((decide(activity, undefined) as Rejection).rejection).toBe('ticket-not-found');
});

test('keeps the activity as it was, sealed for the caller', () => {
  expect(decide(activity, imported(registered))).toEqual([
    {
      type: 'ActivityImported',
      data: { person, activity: 'Wait', occurredAt: activity.occurredAt, resource: 'Value 1', details: { a: 'b' } },
    },
  ]);
});

test('keeps the step of the prescribed process that it stands for', () => {
  const decided = decide({ ...activity, meaning: { step: 'PutOnHold' } }, imported(registered));
  expect(decided).toEqual([expect.objectContaining({ data: expect.objectContaining({ activity: 'Wait', step: 'PutOnHold' }) })]);
});

describe('closing', () => {
  test('by the activity that closes', () => {
    expect(types(decide(closing, imported(registered)))).toEqual(['ActivityImported', 'TicketClosed']);
  });
  test('a second time is no second end', () => {
    expect(types(decide(closing, imported(...after([closing]))))).toEqual(['ActivityImported']);
  });
  test('a case that goes on is open again', () => {
    const history = after([closing, activity]);
    expect(history.map(({ type }) => type)).toEqual([
      'TicketRegistered',
      'ActivityImported',
      'TicketClosed',
      'TicketReopened',
      'ActivityImported',
    ]);
    expect(ticketOf(...history)?.status).toBe('registered');
    expect(ticketOf(...after([closing, activity, closing]))?.status).toBe('closed');
  });
});

describe('the department', () => {
  const at = (department: string, command: Activity = activity) => ({ ...command, department });
  test('is routed to when it changes', () => {
    const history = after([at('quality'), at('quality'), at('after-sales'), at('after-sales', closing)]);
    expect(history.filter(({ type }) => type === 'TicketRouted').map(({ data }) => (data as { lead: string }).lead)).toEqual([
      'quality',
      'after-sales',
    ]);
    expect(ticketOf(...history)).toMatchObject({
      status: 'closed',
      parts: [{ status: 'released' }, { department: 'after-sales', status: 'ended' }],
    });
  });
  test('has the ticket again where the case goes on', () => {
    const ticket = ticketOf(...after([at('quality', closing), at('quality')]));
    expect(ticket).toMatchObject({ status: 'dispatched', assignments: 2 });
  });
});

test('after a live command activities are kept and change nothing', () => {
  const [live] = recorded([{ type: 'TicketWithdrawn', data: { person, reason: 'r' } }], actorOf(['agent'])) as [RecordedEvent];
  const state = importedTicketFold.evolve(imported(registered), live);
  expect(state?.live).toBe(true);
  expect(types(decide({ ...closing, department: 'quality' }, state))).toEqual(['ActivityImported']);
});
