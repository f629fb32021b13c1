import type { Answer } from './call.js';
import { markersIn, mayRead } from './markers.js';
import { mayKnowCallers, type Asker } from './people.js';
import type { Probe, World } from './probe.js';
import type { Known } from './tickets.js';
import { sightOf } from './who-sees.js';

/** Everything of tickets in an answer that is not for this asker: words, numbers, ids, of headers too. */
export function leaksIn(answer: Answer, asker: Asker, { tickets }: World, probe: Probe): readonly string[] {
  const asked = JSON.stringify(probe.ask);
  const text = `${decoded(answer.text)}\n${decoded(JSON.stringify(answer.headers))}`;
  const byName = new Map(
    tickets.flatMap(
      (ticket, place) =>
        [
          [ticket.name.replaceAll('-', ''), ticket],
          [`#${place}`, ticket],
        ] as const,
    ),
  );
  const words = markersIn(text).flatMap((found) => {
    const ticket = byName.get(found.ticket);
    if (ticket === undefined) return [`a word of no ticket: ${found.ticket}`];
    if (probe.without?.(found)) return [`${found.field} of ${ticket.name}, which does not belong there`];
    if (mayRead(sightOf(asker, ticket.name), found.field) || isOwn(asker, ticket) || probe.also?.(found)) return [];
    return asked.includes(found.field) && asked.includes(`zq${found.ticket}zq`) ? [] : [`${found.field} of ${ticket.name}`];
  });
  const names = tickets.flatMap((ticket) => {
    if (sightOf(asker, ticket.name) !== undefined || isOwn(asker, ticket)) return [];
    return namesOf(ticket, asker)
      .filter((name) => text.includes(name) && !asked.includes(name))
      .map((name) => `${name}, of ${ticket.name}`);
  });
  return [...new Set([...words, ...names])];
}

/** The ids of tickets that stand in a text. */
export function ticketsIn(text: string, { tickets }: Pick<World, 'tickets'>): readonly string[] {
  return tickets.filter(({ id }) => text.includes(id)).map(({ name }) => name);
}

/** By what a ticket is known: none of it is told to whom it does not show. What one has stored oneself one may name. */
function namesOf({ id, number, secret, attachment, customer }: Known, asker: Asker): readonly string[] {
  return [
    id,
    id.slice(3),
    number,
    number.replaceAll('-', ''),
    secret,
    ...(asker.name === 'agent' ? [] : [attachment]),
    ...(mayKnowCallers(asker) ? [] : [customer]),
  ];
}

function isOwn({ own }: Asker, { name }: Known): boolean {
  return own === name;
}

/** Words may stand percent-encoded, as file names do. */
function decoded(text: string): string {
  return text.replaceAll(/%[0-9A-Fa-f]{2}/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}
