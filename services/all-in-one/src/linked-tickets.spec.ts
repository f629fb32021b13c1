import { expect, test } from '@jest/globals';
import {
  inOrderOfTime,
  isHandledElsewhere,
  ticketFold,
  utterancesOf,
  type MaybeTicket,
  type Ticket,
  type TicketEvent,
} from '@ledgerline/domain';
import type { Decide, RecordedEvent } from '@ledgerline/kernel';
import { actorOf, recorded, specTime } from '@ledgerline/kernel/contracts';
import fc from 'fast-check';
import { addMessage } from '../../intake/src/add-message/add-message.decision.js';
import { attachToEvent, detachFromEvent } from '../../intake/src/attach-to-event/attach-to-event.decision.js';
import { keepLinkedTickets } from '../../intake/src/keep-linked-tickets/keep-linked-tickets.process-manager.js';
import * as notes from '../../intake/src/keep-linked-tickets/note-links.decision.js';
import { linkDuplicate, unlinkDuplicate } from '../../intake/src/link-duplicate/link-duplicate.decision.js';
import { registered } from './ticket-histories.js';

type AnyDecide = Decide<never, MaybeTicket, TicketEvent>;
const agent = actorOf(['agent'], ['call-centre'], 'agent');
const bySystem: Readonly<Record<string, AnyDecide>> = {
  'note-child': notes.noteChild,
  'release-child': notes.releaseChild,
  'note-duplicate': notes.noteDuplicate,
  'release-duplicate': notes.releaseDuplicate,
  'note-duplicate-message': notes.noteDuplicateMessage,
  'undo-link': notes.undoLink,
};
const tickets = ['t0', 't1', 't2', 't3'];
const parents = ['p0', 'p1'];

/** Some tickets in memory: what was decided on stale looks at each other, and a process manager that comes whenever it may. */
class Tickets {
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly log: { readonly id: string; readonly event: RecordedEvent }[] = [];
  private reacted = 0;
  sent = 0;

  constructor() {
    for (const id of [...tickets, ...parents]) {
      const parent = parents.includes(id);
      this.append(id, [{ ...registered, data: { ...registered.data, parent } } as TicketEvent]);
    }
  }

  state(id: string): Ticket {
    return this.events(id).reduce<MaybeTicket>(ticketFold.evolve, undefined) as Ticket;
  }

  events(id: string): readonly RecordedEvent[] {
    return this.streams.get(id) ?? [];
  }

  handle(id: string, decide: AnyDecide, command: object): boolean {
    const decided = decide(command as never, this.state(id), { at: specTime, actor: agent, site: 'main' });
    if (!Array.isArray(decided)) return false;
    this.append(id, decided as readonly TicketEvent[]);
    return true;
  }

  /** The process manager takes so many events more. */
  react(count: number): void {
    for (const { id, event } of this.log.slice(this.reacted, this.reacted + count)) {
      this.reacted += 1;
      if (!keepLinkedTickets.events.includes(event.type)) continue;
      for (const { command, target, data } of keepLinkedTickets.react(undefined, { ...event, stream: `ticket.${id}` }))
        this.handle(target, bySystem[command] as AnyDecide, data as object);
    }
  }

  settle(): void {
    while (this.reacted < this.log.length) this.react(1);
  }

  shown(id: string): readonly string[] {
    const all = [id, ...(this.state(id).duplicates ?? [])].flatMap((one) => utterancesOf(one, this.events(one)));
    return inOrderOfTime(all)
      .filter(({ type }) => type === 'MessageAdded')
      .map(({ text }) => String(text));
  }

  private append(id: string, decided: readonly TicketEvent[]): void {
    const events = recorded(decided, agent, this.events(id).length);
    this.streams.set(id, [...this.events(id), ...events]);
    for (const event of events) this.log.push({ id, event });
  }
}

type Step = readonly ['link' | 'attach' | 'unlink' | 'detach' | 'message' | 'react', string, string];
const any = fc.constantFrom(...tickets);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constant('link' as const), any, fc.constantFrom(...tickets, ...parents)),
  fc.tuple(fc.constant('attach' as const), any, fc.constantFrom(...parents)),
  fc.tuple(fc.constantFrom('unlink' as const, 'detach' as const, 'message' as const, 'react' as const), any, any),
);

test('whatever is linked, attached, undone and said in whatever order: no circle, nothing lost, both sides agree', () => {
  let linked = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), fc.boolean(), (steps, stale) => {
      const all = new Tickets();
      const said = new Map<string, string[]>([...tickets, ...parents].map((id) => [id, []]));
      const before = Object.fromEntries([...tickets, ...parents].map((id) => [id, all.state(id)]));
      for (const [what, self, to] of steps) {
        // What a command saw of the other ticket may be older than the command: the worst of two at once.
        const other = { id: to, ticket: stale ? (before[to] as Ticket) : all.state(to) };
        if (what === 'link' && all.handle(self, linkDuplicate(self, other), { of: to })) linked += 1;
        else if (what === 'attach') all.handle(self, attachToEvent(self, other), { event: to });
        else if (what === 'unlink') all.handle(self, unlinkDuplicate, { reason: 'r' });
        else if (what === 'detach') all.handle(self, detachFromEvent, { reason: 'r' });
        else if (what === 'react') all.react(3);
        else if (what === 'message') {
          const text = `${self}-${all.sent++}`;
          expect(all.handle(self, addMessage as AnyDecide, { from: 'caller', text })).toBe(true);
          said.get(self)?.push(text);
        }
      }
      all.settle();
      for (const id of [...tickets, ...parents]) {
        const ticket = all.state(id);
        const duplicates = tickets.filter((one) => all.state(one).duplicateOf === id);
        expect([...(ticket.duplicates ?? [])].toSorted()).toEqual(duplicates);
        expect(ticket.children ?? 0).toBe(tickets.filter((one) => all.state(one).attachedTo === id).length);
        if (ticket.duplicateOf !== undefined) expect(all.state(ticket.duplicateOf).duplicateOf).toBeUndefined();
        expect(ticket.attachedTo !== undefined && ticket.duplicateOf !== undefined).toBe(false);
        expect(ticket.status).toBe(isHandledElsewhere(ticket) ? 'in-progress' : 'registered');
        const own = utterancesOf(id, all.events(id)).filter(({ type }) => type === 'MessageAdded');
        expect(own.map(({ text }) => text)).toEqual(said.get(id));
        const shown = [id, ...duplicates].flatMap((one) => said.get(one) ?? []);
        expect([...all.shown(id)].toSorted()).toEqual(shown.toSorted());
        if (all.events(id).some(({ type }) => type === 'DuplicateRefused')) refused += 1;
      }
    }),
    { numRuns: 1_500, seed: 20_260_302 },
  );
  expect(linked).toBeGreaterThan(1_000);
  expect(refused).toBeGreaterThan(50);
});
