import { json, type Answer } from '../call.js';
import { marker, phoneOf } from '../markers.js';
import { holds, mayKnowCallers, type Asker } from '../people.js';
import { get, notAllowed, notSignedIn, type Line, type Lines, type Probe, type Want, type World } from '../probe.js';
import { isListed, seenBy, sightOf } from '../who-sees.js';
import { isSecret } from './commands.js';

/** Fields that a search finds by, and words that stand in them. */
const searched = ['subject', 'callername'] as const;

/** Of which everything is asked that lists can be asked about one ticket. */
const examples = ['plain', 'secret', 'report'];

/** Of every list that is asked for, the query without its sort and limit. */
export function workLists({ tickets, accountOf }: Pick<World, 'tickets' | 'accountOf'>): readonly string[] {
  const find = (words: string) => `q=${encodeURIComponent(words)}`;
  return [
    '',
    'open=true', 'open=false', 'status=in-progress', 'status=dispatched', 'status=registered', 'status=closed',
    'kind=report-wrongdoing', 'level=general', 'level=urgent', 'item=fault', 'site=north', 'site=main',
    'department=quality', 'department=after-sales', 'department=logistics', 'department=quality&part=lead', 'part=co-handling',
    `handler=${accountOf('quality-handler')}`, `handler=quality-handler&department=quality`,
    'overdue=false', 'overdue=true', 'held=false', 'holder=quality', 'holder=call-centre', 'due=2000-01-01T00:00:00Z/',
    'awaits=acknowledge-urge', 'awaits=approve-result,report-back', 'department=quality&awaits=acknowledge-urge', 'awaits=grant-reveal',
    find('example'), find('call me'),
    ...tickets.flatMap(({ name }, place) => [...searched.map((field) => find(marker(name, field))), find(phoneOf(place))]),
    ...tickets.filter(({ name }) => examples.includes(name)).flatMap(({ number, id, customer, name }) => [
      find(number), find(marker(name, 'description')), `phone=${phoneOf(tickets.findIndex((one) => one.id === id))}`, `event=${id}`, `customer=${customer}`,
    ]),
  ]; // prettier-ignore
}

const byPart = /(^|&)(department|part|handler|holder|awaits)=/;
const byCaller = /(^|&)(phone|customer)=/;
const byDue = /(^|&)(overdue|held|holder|due)=/;

/** Which of the tickets that the query finds at all are this asker's to find. */
export function expected(query: string, asker: Asker, { truth, tickets }: World): readonly string[] {
  const found = truth.get(query) ?? [];
  const words = /(?:^|&)q=([^&]+)/.exec(query)?.[1];
  return found.filter((name) => {
    if (!isListed(asker, name)) return false;
    const sight = sightOf(asker, name);
    if (words === undefined || sight === 'plain') return true;
    const place = tickets.findIndex((ticket) => ticket.name === name);
    const hidden = [phoneOf(place), ...(sight === 'hidden' ? [marker(name, 'callername')] : [])];
    return !hidden.includes(decodeURIComponent(words));
  });
}

export function namesIn(answer: Answer, { tickets }: Pick<World, 'tickets'>): readonly string[] {
  const { items = [] } = json(answer) as { readonly items?: readonly { readonly id?: string; readonly ticket?: string }[] };
  return items.map(
    (item) => tickets.find(({ id }) => id === item.id || id === item.ticket)?.name ?? 'a ticket that nobody knows',
  );
}

const sorted = (names: readonly string[]) => [...new Set(names)].toSorted().join(' ');

/** Exactly these tickets; where a list asks for parts, a department has those of its own alone. */
function exactly(query: string, asker: Asker, world: World): Want {
  return (answer) => {
    if (answer.status !== 200) return `${answer.status} ${answer.text.slice(0, 200)}`;
    const [found, wanted] = [namesIn(answer, world), expected(query, asker, world)];
    const isOwnPartOnly =
      byPart.test(query) && !holds(asker, 'agent', 'coordinator', 'inspector', 'leader', 'auditor', 'administrator');
    const over = found.filter((name) => !wanted.includes(name));
    const missed = isOwnPartOnly ? [] : wanted.filter((name) => !found.includes(name));
    if (over.length + missed.length === 0 && new Set(found).size === found.length) return undefined;
    return `${query || 'everything'} lists ${sorted(found) || 'nothing'} (${found.length}) in place of ${sorted(wanted) || 'nothing'}`;
  };
}

const listing: Line = (asker, world) => {
  if (asker.kind === 'nobody') return [{ ask: get('/tickets'), wants: notSignedIn }];
  const wantsPast = asker.kind === 'caller' ? notAllowed : exactly('', asker, world);
  const past: Probe = { ask: get(`/tickets?at=${world.now}&limit=200`), wants: wantsPast, without: inLists };
  const present = workLists(world).flatMap((query): readonly Probe[] => {
    const ask = get(`/tickets?${query}${query ? '&' : ''}limit=200`);
    if (byCaller.test(query) && !mayKnowCallers(asker)) return [{ ask, wants: notAllowed, like: get('/tickets?customer=nobody1234') }];
    return [{ ask, wants: exactly(query, asker, world), without: inLists }, ...(query === '' ? sorts.map((sort) => ({ ask: get(`/tickets?sort=${sort}&limit=200`), wants: exactly(query, asker, world), without: inLists })) : [])];
  }); // prettier-ignore
  return [past, ...present];
};
const sorts = ['registeredAt', '-registeredAt', 'updatedAt', 'due', '-due', 'status,registeredAt'];

/** R7.2: a list is no look, so that it says nothing of what a confidential ticket says. */
const inLists = ({ ticket }: { readonly ticket: string }) => isSecret(ticket);

/** What a list has, whoever sees it. Lists by due time are counted of what their own list has: clocks that run. */
const counting: Line = (asker, world) => {
  if (asker.kind === 'nobody') return [{ ask: get('/tickets/count'), wants: notSignedIn }];
  const wantsPast = asker.kind === 'caller' ? notAllowed : counts('', asker, world);
  const past: Probe = { ask: get(`/tickets/count?at=${world.now}`), wants: wantsPast };
  const present = workLists(world).map((query): Probe => {
    const ask = get(`/tickets/count?${query}`);
    if (byCaller.test(query) && !mayKnowCallers(asker)) return { ask, wants: notAllowed };
    return { ask, wants: counts(query, asker, world) };
  });
  return [past, ...present];
};

function counts(query: string, asker: Asker, world: World): Want {
  return (answer) => {
    if (answer.status !== 200) return `${answer.status} ${answer.text.slice(0, 200)}`;
    const { count } = json(answer) as { readonly count: number };
    const most = expected(query, asker, world).length;
    const isOwnPartOnly =
      byPart.test(query) && !holds(asker, 'agent', 'coordinator', 'inspector', 'leader', 'auditor', 'administrator');
    if (isOwnPartOnly ? count <= most : count === most) return undefined;
    return `${query || 'everything'} counts ${count} in place of ${most}`;
  };
}

const linesById: Line = (asker, world) => {
  const ask = get(`/tickets/lines?id=${world.tickets.map(({ id }) => id).join(',')}`);
  if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
  const seen = seenBy(asker);
  return [{ ask, without: inLists, wants: (answer) => (sorted(namesIn(answer, world)) === sorted(seen) ? undefined : `lines of ${sorted(namesIn(answer, world))} in place of ${sorted(seen)}`) }]; // prettier-ignore
};

/** What is due: clocks of tickets that are listed for them, and of each that somebody who sees all has there. */
const due: Line = (asker, world) => {
  const queries = [
    '',
    'department=quality',
    'department=logistics',
    'part=lead',
    'handler=quality-handler',
    'level=general',
    'overdue=false',
    'held=false',
  ];
  return queries.map((query): Probe => {
    const ask = get(`/deadlines?${query}${query ? '&' : ''}limit=200`);
    if (asker.kind === 'nobody') return { ask, wants: notSignedIn };
    if (asker.kind === 'caller') return { ask, wants: notAllowed };
    return {
      ask,
      wants: (answer) => {
        if (answer.status !== 200) return `${answer.status} ${answer.text.slice(0, 200)}`;
        const over = namesIn(answer, world).filter((name) => !isListed(asker, name));
        return over.length === 0 ? undefined : `has clocks of ${sorted(over)}`;
      },
      without: inLists,
    };
  }); // prettier-ignore
};

export const ticketLists: Lines = {
  'get /tickets': listing,
  'get /tickets/count': counting,
  'get /tickets/lines': linesById,
  'get /deadlines': due,
};
export { byDue };
