import { proposalCalls } from '@ledgerline/contracts';
import { json, type Answer } from '../call.js';
import { everyRole, holds, type Asker } from '../people.js';
import { get, missing, notAllowed, notSignedIn, post, status, type Line, type Lines, type Want } from '../probe.js';
import { seenBy, ticketNames } from '../who-sees.js';
import { forRoles, staff } from './for-whom.js';

/** Who may take each step at all; whether it is their department's is the decision's affair. */
const mayTake: Readonly<Record<keyof typeof proposalCalls, readonly string[]>> = {
  join: ['agent', 'handler', 'leader'],
  remove: ['agent', 'handler'],
  'take-up': ['manager', 'leader'],
  change: ['manager', 'coordinator', 'leader'],
  refuse: ['manager', 'leader'],
  'carry-out': ['handler', 'leader'],
  reopen: ['manager', 'coordinator', 'leader'],
  'tell-callers': ['agent'],
  'excuse-caller': ['agent'],
};

/** R11: the proposal that the population has is one of quality's, raised of a ticket that is not confidential; every other ticket joined it. */
function seesIt(asker: Asker): boolean {
  if (holds(asker, 'agent', 'coordinator', 'inspector', 'leader', 'auditor', 'administrator')) return true;
  const isTheirs = asker.departments.includes('quality') || asker.departments.includes('*');
  return isTheirs && holds(asker, 'handler');
}

/** Who sees every confidential ticket counts them in lists; who sees all others counts those; a department's people count only where each is looked at. */
export function countedInList(asker: Asker): number | undefined {
  if (holds(asker, 'coordinator', 'leader', 'auditor')) return ticketNames.length;
  const open = ticketNames.filter((name) => !name.includes('secret'));
  return holds(asker, 'agent', 'inspector', 'administrator') ? open.length : undefined;
}

interface Listed {
  readonly id: string;
  readonly callers?: { readonly joined: number };
}

const itemsOf = (answer: Answer) => json(answer)['items'] as readonly Listed[];

const list: Line = (asker, { proposal, tickets }) => {
  if (asker.kind === 'nobody') return [{ ask: get('/proposals'), wants: notSignedIn }];
  if (!holds(asker, ...everyRole)) return [{ ask: get('/proposals'), wants: notAllowed }];
  const counts: Want = (answer) => {
    const found = itemsOf(answer).find(({ id }) => id === proposal);
    if ((found !== undefined) !== seesIt(asker)) return `it is ${found === undefined ? 'not ' : ''}listed`;
    const [told, wanted] = [found?.callers?.joined, found && countedInList(asker)];
    return told === wanted ? undefined : `counts ${told} callers in place of ${wanted}`;
  };
  const ofTicket =
    (name: string): Want =>
    (answer) => {
      const wanted = seesIt(asker) && seenBy(asker).includes(name) ? 1 : 0;
      const found = itemsOf(answer).length;
      return found === wanted ? undefined : `${found} proposals of ${name} in place of ${wanted}`;
    };
  return [
    { ask: get('/proposals?limit=200'), wants: counts },
    ...tickets.map(({ id, name }) => ({ ask: get(`/proposals?ticket=${id}`), wants: ofTicket(name) })),
  ];
};

/** What is there for those who see it; for the others as though it were not. */
function ofTheOne(path: (proposal: string) => string, wants: (asker: Asker) => Want): Line {
  return (asker, world) => {
    const ask = get(path(world.proposal));
    if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
    if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
    if (seesIt(asker)) return [{ ask, wants: wants(asker) }];
    return [{ ask, wants: status(404, 'proposal-not-found'), like: get(path(missing.id)) }];
  };
}

const one = ofTheOne(
  (id) => `/proposals/${id}`,
  (asker) => (answer) => {
    const { callers } = json(answer) as unknown as Listed;
    const wanted = seenBy(asker).length;
    return callers?.joined === wanted ? undefined : `counts ${callers?.joined} callers in place of ${wanted}`;
  },
);

const callers =
  (tickets: (id: string) => string | undefined) =>
  (asker: Asker): Want =>
  (answer) => {
    const items = json(answer)['items'] as readonly { readonly ticket: string }[];
    const [told, wanted] = [items.map(({ ticket }) => tickets(ticket)).toSorted(), seenBy(asker).toSorted()];
    return String(told) === String(wanted) ? undefined : `names ${told.join()} in place of ${wanted.join()}`;
  };

const callersLine: Line = (asker, world) => {
  const nameOf = (id: string) => world.tickets.find((ticket) => ticket.id === id)?.name;
  return ofTheOne((id) => `/proposals/${id}/callers?limit=200`, callers(nameOf))(asker, world);
};

const raised = { title: 'x', text: 'x', department: 'quality' };

export const proposals: Lines = {
  'get /proposals': list,
  'post /proposals': forRoles(post('/proposals', raised), ['agent', 'handler', 'leader']),
  'get /proposals/{id}': one,
  'get /proposals/{id}/callers': callersLine,
  'get /proposals/{id}/commands': staff(get(`/proposals/${missing.id}/commands`), status(404, 'proposal-not-found')),
  ...Object.fromEntries(
    Object.keys(proposalCalls).map((step): readonly [string, Line] => [
      `post /proposals/{id}/${step}`,
      (asker, world) => {
        const body = world.sample(`post /proposals/{id}/${step}`);
        const done = status(404, 'proposal-not-found');
        return forRoles(post(`/proposals/${missing.id}/${step}`, body), mayTake[step] ?? [], { done })(asker, world);
      },
    ]),
  ),
};
