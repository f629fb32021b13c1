import type { TicketEvent } from '@ledgerline/domain';
import { idOf, type ProcessManager, type Reaction, type Recorded } from '@ledgerline/kernel';

/** Parents know their children and tickets their duplicates: what one stream says, the other learns (rule 4). */
export const keepLinkedTickets: ProcessManager = {
  name: 'keep-linked-tickets',
  version: 1,
  categories: ['ticket'],
  events: [
    'AttachedToEvent', 'DetachedFromEvent', 'ChildRefused', 'LinkedAsDuplicate', 'DuplicateUnlinked', 'DuplicateRefused', 'MessageShared',
  ], // prettier-ignore
  react: (_ticket, recorded) => reactionTo(recorded as unknown as TicketEvent & Recorded),
};

function reactionTo(event: TicketEvent & Recorded): readonly Reaction[] {
  const self = idOf(event.stream);
  switch (event.type) {
    case 'AttachedToEvent':
      return [tell(event.data.event, 'note-child', { child: self, attachedAt: event.meta.at })];
    case 'DetachedFromEvent':
      return event.data.event === undefined ? [] : [tell(event.data.event, 'release-child', { child: self })];
    case 'ChildRefused':
      return [tell(event.data.child, 'undo-link', { other: self, why: event.data.why })];
    case 'LinkedAsDuplicate':
      return [tell(event.data.of, 'note-duplicate', { duplicate: self })];
    case 'DuplicateUnlinked':
      return event.data.of === undefined ? [] : [tell(event.data.of, 'release-duplicate', { duplicate: self })];
    case 'DuplicateRefused':
      return [tell(event.data.duplicate, 'undo-link', { other: self, why: event.data.why })];
    case 'MessageShared':
      return [tell(event.data.of, 'note-duplicate-message', { duplicate: self, from: event.data.from })];
    default:
      return [];
  }
}

function tell(target: string, command: string, data: unknown): Reaction {
  return { step: command, service: 'intake', command, target, data };
}
