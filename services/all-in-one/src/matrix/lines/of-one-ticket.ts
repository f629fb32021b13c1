import type { Ask } from '../call.js';
import { holds, type Asker } from '../people.js';
import {
  codeOf,
  get,
  missing,
  notAllowed,
  notSignedIn,
  status,
  type Line,
  type Lines,
  type Probe,
  type Want,
  type World,
} from '../probe.js';
import type { Known } from '../tickets.js';
import { sightOf } from '../who-sees.js';
import { examples } from './commands.js';
import { refusedTo } from './for-whom.js';

interface Look {
  readonly path: (id: string) => string;
  /** By the number too, of one ticket of each way of seeing. */
  readonly byNumber?: boolean;
  /** Of one ticket of each way of seeing alone: what is asked is another way of asking the same. */
  readonly someOnly?: boolean;
  readonly method?: string;
  readonly body?: object;
  /** Who may ask at all; everybody else is refused, whatever they ask of. */
  readonly may?: (asker: Asker) => boolean;
  readonly done?: Want;
  /** What a caller gets of their own. */
  readonly own?: 'shown' | 'refused';
}

/** Calls about one ticket: what does not show is answered like what is not there. */
function look({
  path,
  byNumber = true,
  someOnly = false,
  method = 'GET',
  body,
  may = () => true,
  done = status(200),
  own = 'refused',
}: Look): Line {
  const asking = (id: string): Ask => ({ method, path: path(id), ...(body === undefined ? {} : { body }) });
  return (asker, { tickets }) => {
    if (asker.kind === 'nobody') return tickets.slice(0, 1).map(({ id }) => ({ ask: asking(id), wants: notSignedIn }));
    const some = examples(asker, tickets);
    return (someOnly ? some : tickets).flatMap((ticket): readonly Probe[] => {
      const { name, id, number } = ticket;
      const asks = byNumber && some.includes(ticket) ? [[asking(id), asking(missing.ticket)], [asking(number), asking(missing.number)]] as const : [[asking(id), asking(missing.ticket)]] as const; // prettier-ignore
      return asks.map(([ask, like]) => {
        if (asker.own === name) return { ask, wants: own === 'shown' ? done : notAllowed };
        if (!may(asker)) return { ask, wants: notAllowed, like };
        if (sightOf(asker, name) !== undefined) return { ask, wants: done };
        return { ask, like, wants: asker.kind === 'caller' ? refused : status(404, 'ticket-not-found') };
      });
    });
  };
}

/** Callers have few calls: the others are refused before it matters whose ticket it is. */
const refused = ({ status: got }: { readonly status: number }) =>
  got === 403 || got === 404 ? undefined : `${got} for a caller`;

/** Checkpoints are signed by the minute: a proof is there, or it is not yet. */
const proved: Want = ({ status: got, text }) =>
  got === 200 || codeOf(text) === 'nothing-signed-yet' ? undefined : `${got} ${text}`;

const auditors = (asker: Asker) => asker.roles.some((role) => role === 'auditor' || role === 'administrator');

/** A ticket's past is the ticket: `?at=`, `?version=`, `?known=`. */
const past =
  (query: (world: World) => string): Line =>
  (asker, world) =>
    look({ path: (id) => `/tickets/${id}?${query(world)}`, own: 'shown', byNumber: false, someOnly: true })(asker, world);

const together = (...lines: readonly Line[]): Line => (asker, world) => lines.flatMap((line) => line(asker, world)); // prettier-ignore

/** Whoever looked: shown to those who watch over it, whatever the ticket. */
const accesses: Line = (asker, { tickets }) => {
  const may = holds(asker, 'auditor', 'coordinator');
  return tickets.map(({ id }) => ({
    ask: get(`/tickets/${id}/accesses`),
    wants: asker.kind === 'nobody' ? notSignedIn : may ? status(200) : notAllowed,
    ...(may || asker.kind === 'nobody' ? {} : { like: get(`/tickets/${missing.ticket}/accesses`) }),
  }));
};

const attachments: Line = (asker, { tickets }) =>
  tickets.map(({ name, attachment }): Probe => {
    const ask = get(`/attachments/${attachment}`);
    if (asker.kind === 'nobody') return { ask, wants: notSignedIn };
    // Whoever stored it has it, whatever became of the ticket.
    if (asker.name === 'agent')
      return { ask, wants: status(200), also: ({ field }) => field === 'content' || field === 'filename' };
    if (sightOf(asker, name) !== undefined) return { ask, wants: status(200) };
    return { ask, wants: status(404, 'attachment-not-found'), like: get(`/attachments/${missing.id}`) };
  });

const erasure: Line = (asker, world) => {
  const probe = ({ name, id }: Known): Probe => {
    const [ask, like] = [get(`/erasures/${id}`), get(`/erasures/${missing.ticket}`)];
    if (asker.kind === 'nobody') return { ask, wants: notSignedIn };
    if (sightOf(asker, name) === undefined) return { ask, like };
    return { ask, wants: auditors(asker) ? status(200) : notAllowed };
  };
  return world.tickets.filter(({ name }) => asker.own !== name).map(probe);
};

/** Erasing and holding name a ticket in their body. */
const onTicketOfBody =
  (path: string): Line =>
  (asker, { tickets, sample }) => {
    const body = sample(`post ${path}`) as object;
    return tickets.filter(({ name }) => asker.own !== name).map(({ name, id }): Probe => {
      const asking = (ticket: string): Ask => ({ method: 'POST', path, body: { ...body, ticket }, headers: { 'if-match': '"99999999"' } });
      if (asker.kind === 'nobody') return { ask: asking(id), wants: notSignedIn };
      if (sightOf(asker, name) === undefined) return { ask: asking(id), like: asking(missing.ticket) };
      return { ask: asking(id), wants: asker.roles.includes('administrator') ? status(412, 'version-mismatch') : refusedTo(asker) };
    });
  }; // prettier-ignore

export const ofOneTicket: Lines = {
  'get /tickets/{id}': together(
    look({ path: (id) => `/tickets/${id}`, own: 'shown' }),
    past(({ now }) => `at=${now}`),
    past(() => 'version=1'),
    past(({ now }) => `known=${now}`),
    past(({ now }) => `at=${now}&known=${now}`),
  ),
  'get /tickets/{id}/events': look({ path: (id) => `/tickets/${id}/events?limit=200` }),
  'get /tickets/{id}/differences': look({ path: (id) => `/tickets/${id}/differences?from=2020-01-01T00:00:00Z` }),
  'get /tickets/{id}/rights': look({ path: (id) => `/tickets/${id}/rights`, may: (asker) => asker.roles.includes('auditor') }),
  'get /tickets/{id}/messages': together(look({ path: (id) => `/tickets/${id}/messages` }), (asker, world) =>
    look({ path: (id) => `/tickets/${id}/messages?at=${world.now}`, byNumber: false, someOnly: true })(asker, world),
  ),
  'get /tickets/{id}/deadlines': together(look({ path: (id) => `/tickets/${id}/deadlines` }), (asker, world) =>
    look({ path: (id) => `/tickets/${id}/deadlines?at=${world.now}`, byNumber: false, someOnly: true })(asker, world),
  ),
  'get /tickets/{id}/caller-profile': look({ path: (id) => `/tickets/${id}/caller-profile` }),
  'get /tickets/{id}/routing': look({ path: (id) => `/tickets/${id}/routing` }),
  'get /tickets/{id}/commands': look({ path: (id) => `/tickets/${id}/commands`, byNumber: false }),
  'put /tickets/{id}/presence': look({
    path: (id) => `/tickets/${id}/presence`, byNumber: false, method: 'PUT', body: { doing: 'away' }, done: status(204),
  }), // prettier-ignore
  'get /tickets/{id}/mails': look({ path: (id) => `/tickets/${id}/mails` }),
  'get /tickets/{id}/accesses': accesses,
  'get /attachments/{id}': attachments,
  'get /audit/proof': look({ path: (id) => `/audit/proof?ticket=${id}`, may: auditors, done: proved }),
  'get /erasures/{ticket}': erasure,
  'post /erasures': onTicketOfBody('/erasures'),
  'post /erasures/confirm': onTicketOfBody('/erasures/confirm'),
  'post /erasures/refuse': onTicketOfBody('/erasures/refuse'),
  'post /legal-holds': onTicketOfBody('/legal-holds'),
  'post /legal-holds/release': onTicketOfBody('/legal-holds/release'),
};
