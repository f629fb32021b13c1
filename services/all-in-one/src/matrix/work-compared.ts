import type { House } from './house.js';
import { askerNamed } from './people.js';
import { get, missing, type World } from './probe.js';
import { WorkDone } from './work-done.js';

/** Calls that can be asked of any ticket, by id and (where it is said) by number. */
const looks: readonly (readonly [path: (id: string) => string, byNumber: boolean])[] = [
  [(id) => `/tickets/${id}`, true],
  [(id) => `/tickets/${id}?version=1`, true],
  [(id) => `/tickets/${id}/events`, true],
  [(id) => `/tickets/${id}/messages`, true],
  [(id) => `/tickets/${id}/deadlines`, true],
  [(id) => `/tickets/${id}/routing`, true],
  [(id) => `/tickets/${id}/commands`, false],
  [(id) => `/erasures/${id}`, true],
  [(id) => `/tickets/lines?id=${id}`, false],
  [(id) => `/tickets?number=${id}`, true],
  [(id) => `/tickets?q=${id}`, true],
  [(id) => `/tickets/count?q=${id}`, true],
];

const unseen = [['agent', 'secret'], ['quality-colleague', 'secret'], ['quality-handler', 'secret-returned'], ['administrator', 'secret-report'], ['logistics-handler', 'plain'], ['editor', 'plain']] as const; // prettier-ignore

/** What the house does for a ticket that does not show, where that is other than what it does for one that is not there. */
export async function workCompared(house: House, { tickets }: World): Promise<{ readonly compared: number; readonly faults: readonly string[] }> {
  const work = new WorkDone(house);
  const faults: string[] = [];
  let compared = 0;
  for (const [who, name] of unseen) {
    const ticket = tickets.find((one) => one.name === name);
    if (ticket === undefined) throw new TypeError(`no ticket is called ${name}`);
    for (const [path, byNumber] of looks)
      for (const [given, none] of byNumber ? [[ticket.id, missing.ticket], [ticket.number, missing.number]] as const : [[ticket.id, missing.ticket]] as const) {
        const ways = [get(path(given)), get(path(none))] as const;
        const fault = await work.difference(askerNamed(who), ways);
        compared += 1;
        if (fault !== undefined) faults.push(`${path(name)} as ${who}: ${fault}`);
      }
  }
  return { compared, faults };
} // prettier-ignore
