import type { Ask } from '../call.js';
import { may as mayByTheTable } from '../../model/who-may.js';
import type { Asker } from '../people.js';
import { changingNothing, missing, notAllowed, notSignedIn, passed, status, type Line, type Probe } from '../probe.js';
import type { Known } from '../tickets.js';
import { sightOf } from '../who-sees.js';

/** What a caller says and what danger demands is taken down by whoever hears it, whether or not they see the ticket (ADR 0013). */
const takenDownUnseen = ['add-message', 'receive-information', 'record-measure', 'escalate-urgent'];

/** By interface.md, "who may". */
function mayGive({ name, kind, roles, departments }: Asker, command: string): boolean {
  if (kind === 'nobody') return false;
  return mayByTheTable({ name, kind: kind === 'caller' ? 'caller' : 'person', roles, departments }, command);
}

/** One of each: seen, not seen, and not seen because it is confidential. */
export function examples(asker: Asker, tickets: readonly Known[]): readonly Known[] {
  const kindOf = ({ name }: Known) =>
    asker.own === name ? 'own' : (sightOf(asker, name) ?? (isSecret(name) ? 'secret' : 'of others'));
  return [...Map.groupBy(tickets, kindOf).values()].flatMap(([first]) => first ?? []);
}

export function isSecret(ticket: string): boolean {
  return ticket.includes('secret');
}

/**
 * A command on a ticket. Who may not give it is refused whatever the ticket. To who may, but does not see the ticket, a confidential
 * one is not there; of others, whose ids nobody can guess, it is said that they are not theirs, in the same words whatever their state.
 */
export function commandLine(command: string): Line {
  return (asker, { tickets, sample }) => {
    const body = sample(`post /tickets/{id}/${command}`);
    const asking = (id: string, headers: Ask['headers'] = changingNothing): Ask => ({
      method: 'POST',
      path: `/tickets/${id}/${command}`,
      body,
      ...(headers === undefined ? {} : { headers }),
    });
    if (asker.kind === 'nobody') return tickets.slice(0, 1).map(({ id }) => ({ ask: asking(id), wants: notSignedIn }));
    const may = mayGive(asker, command);
    return examples(asker, tickets).flatMap(({ name, id }): readonly Probe[] => {
      const like = asking(missing.ticket);
      if (!may) return [{ ask: asking(id), wants: notAllowed, like }];
      if (asker.own === name || sightOf(asker, name) !== undefined) return [{ ask: asking(id), wants: passed }];
      const plainly = { ask: asking(id, {}), like: asking(missing.ticket, {}) };
      if (isSecret(name) || asker.kind === 'caller') {
        const notThere = status(404, 'ticket-not-found');
        const unseen = { ask: asking(id), wants: notThere, like };
        return takenDownUnseen.includes(command) && asker.kind !== 'caller'
          ? [unseen]
          : [unseen, { ...plainly, wants: notThere }];
      }
      if (takenDownUnseen.includes(command)) return [];
      return [
        { ask: asking(id), wants: status(403, 'not-your-department') },
        { ask: asking(id, {}), wants: status(403, 'not-your-department') },
      ];
    });
  };
}
