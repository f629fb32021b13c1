import { json, type Ask } from '../call.js';
import { marker, phoneOf, type Found } from '../markers.js';
import { holds, mayKnowCallers } from '../people.js';
import { get, missing, notAllowed, notSignedIn, post, status, type Line, type Lines, type Probe } from '../probe.js';
import { isListed, sightOf } from '../who-sees.js';
import { isSecret } from './commands.js';
import { forRoles } from './for-whom.js';
import { namesIn } from './lists.js';

/**
 * Who has called when is known to those who speak with callers, whatever came of it (R1.7, R1.8): contacts and customers are the call
 * centre's. What they called about stands with the ticket.
 */
const whoCalled = ({ field }: Found) => ['phone', 'email', 'callername', 'callid'].includes(field);

const callersOnly =
  (...asks: readonly Ask[]): Line =>
  (asker) =>
    asks.map((ask): Probe => {
      if (asker.kind === 'nobody') return { ask, wants: notSignedIn };
      return mayKnowCallers(asker) ? { ask, wants: status(200), also: whoCalled } : { ask, wants: notAllowed };
    });

/** One of them, of each ticket. */
const each =
  (path: (id: string) => string, of: 'contact' | 'customer'): Line =>
  (asker, { tickets }) =>
    tickets.flatMap((ticket) => callersOnly(get(path(ticket[of])))(asker, undefined as never)).map((probe) => ({ ...probe, ...(mayKnowCallers(asker) || asker.kind === 'nobody' ? {} : { like: get(path(missing.id)) }) })); // prettier-ignore

/** Of a customer's tickets those that are listed for the asker. */
const ticketsOf =
  (path: (id: string) => string, member: 'items' | 'tickets'): Line =>
  (asker, world) =>
    world.tickets.map(({ name, customer }): Probe => {
      const ask = get(path(customer));
      if (asker.kind === 'nobody') return { ask, wants: notSignedIn };
      if (!mayKnowCallers(asker)) return { ask, wants: notAllowed, like: get(path(missing.id)) };
      return {
        ask,
        also: whoCalled,
        without: ({ ticket, field }) => isSecret(ticket) && field !== 'callid' && field !== 'phone',
        wants: (answer) => {
          if (answer.status !== 200) return `${answer.status} ${answer.text.slice(0, 200)}`;
          const found = namesIn({ ...answer, text: JSON.stringify({ items: json(answer)[member] }) }, world);
          const wanted = isListed(asker, name) ? name : '';
          return found.join(' ') === wanted
            ? undefined
            : `has ${found.join(' ') || 'nothing'} in place of ${wanted || 'nothing'}`;
        },
      };
    });

/** Nobody who may not give the command is told whether what it is on is there. */
const onContact =
  (command: string, body: object, ...roles: readonly string[]): Line =>
  (asker, world) =>
    world.tickets.flatMap(({ contact }) => {
      const asking = (id: string) => post(`/contacts/${id}/${command}`, body);
      return forRoles(asking(contact), roles, { like: asking(missing.id) })(asker, world);
    });

const onCustomer =
  (path: string, body: object, ...roles: readonly string[]): Line =>
  (asker, world) =>
    world.tickets.flatMap(({ customer }) => {
      const asking = (id: string) => post(`/customers/${id}/${path}`, body);
      return forRoles(asking(customer), roles, { like: asking(missing.id) })(asker, world);
    });

/** R7.2: with a reason; of a call about what does not show there is none. */
const playing: Line = (asker, { tickets }) =>
  tickets.map(({ name, contact }): Probe => {
    const asking = (id: string): Ask => ({
      method: 'POST',
      path: `/contacts/${id}/play-recording`,
      body: { reason: 'to check' },
    });
    const ask = asking(contact);
    if (asker.kind === 'nobody') return { ask, wants: notSignedIn };
    if (!holds(asker, 'team-leader', 'coordinator', 'inspector', 'leader', 'auditor'))
      return { ask, wants: notAllowed, like: asking(missing.id) };
    return { ask, wants: sightOf(asker, name) === undefined ? status(409, 'no-recording') : status(200) };
  });

const call = { channel: 'phone', direction: 'inbound', outcome: 'answered', at: '2026-01-05T02:00:00Z', from: '13811112222' };
const consent = { purpose: 'survey', means: 'sms', way: 'phone', evidence: 'x' };
const noSegment = status(404, 'segment-not-found');

export const ofCallers: Lines = {
  'post /contacts': forRoles(post('/contacts', call), ['agent', 'coordinator']),
  'get /contacts': (asker, world) =>
    callersOnly(get('/contacts?limit=200'), ...world.tickets.flatMap(({ customer }, place) => [get(`/contacts?phone=${phoneOf(place)}`), get(`/contacts?customer=${customer}`)]))(asker, world), // prettier-ignore
  'get /contacts/{id}': each((id) => `/contacts/${id}`, 'contact'),
  'post /contacts/{id}/record-contact-attempt': onContact(
    'record-contact-attempt',
    { channel: 'phone', outcome: 'no-answer' },
    'agent',
    'coordinator',
  ),
  'post /contacts/{id}/return-call': onContact('return-call', {}, 'agent', 'coordinator'),
  'post /contacts/{id}/attach': onContact('attach', { ticket: missing.ticket }, 'agent', 'coordinator'),
  'post /contacts/{id}/play-recording': playing,
  'post /customers': forRoles(post('/customers', { phone: '13811112222' }), ['agent', 'coordinator']),
  'get /customers': (asker, world) =>
    callersOnly(
      get('/customers?limit=200'),
      ...world.tickets.flatMap(({ name }, place) => [get(`/customers?phone=${phoneOf(place)}`), get(`/customers?q=${marker(name, 'callername')}`), get(`/customers?q=${marker(name, 'subject')}`)]),
    )(asker, world), // prettier-ignore
  'get /customers/{id}': each((id) => `/customers/${id}`, 'customer'),
  'get /customers/{id}/tickets': ticketsOf((id) => `/customers/${id}/tickets?limit=200`, 'items'),
  'get /customers/{id}/history': ticketsOf((id) => `/customers/${id}/history`, 'tickets'),
  'post /customers/{id}/restrictions': onCustomer(
    'restrictions',
    { until: '2099-01-01T00:00:00Z', reason: 'x' },
    'agent',
    'coordinator',
  ),
  'post /customers/{id}/restrictions/lift': onCustomer('restrictions/lift', { reason: 'x' }, 'coordinator'),
  'post /customers/{id}/merge': forRoles(post(`/customers/${missing.id}/merge`, { into: missing.id, reason: 'x' }), [
    'coordinator',
  ]),
  'post /customers/{id}/unmerge': onCustomer('unmerge', { reason: 'x' }, 'coordinator'),
  'post /customers/{id}/dismiss-likeness': forRoles(
    post(`/customers/${missing.id}/dismiss-likeness`, { other: missing.id, reason: 'x' }),
    ['coordinator'],
  ),
  'get /customers/{id}/profile': each((id) => `/customers/${id}/profile`, 'customer'),
  'get /customers/{id}/alike': (asker, world) =>
    world.tickets.flatMap(({ customer }) => {
      const asking = (id: string) => get(`/customers/${id}/alike`);
      return forRoles(asking(customer), ['coordinator'], { like: asking(missing.id), done: status(200) })(asker, world);
    }),
  'post /customers/{id}/profile': onCustomer('profile', { language: 'zh' }, 'agent'),
  'post /customers/{id}/add-entry': onCustomer('add-entry', { kind: 'note', text: 'x' }, 'agent'),
  'post /customers/{id}/correct-entry': onCustomer('correct-entry', { entry: 1, text: 'x' }, 'agent'),
  'post /customers/{id}/withdraw-entry': onCustomer('withdraw-entry', { entry: 1, reason: 'x' }, 'agent'),
  'post /customers/{id}/give-consent': onCustomer('give-consent', consent, 'agent'),
  'post /customers/{id}/withdraw-consent': onCustomer('withdraw-consent', consent, 'agent'),
  'post /customers/{id}/do-not-call': onCustomer('do-not-call', { reason: 'x' }, 'agent'),
  'post /customers/{id}/do-not-call/lift': onCustomer('do-not-call/lift', { reason: 'x' }, 'coordinator'),
  'get /customer-segments': forRoles(get('/customer-segments'), ['coordinator', 'leader'], { done: status(200) }),
  'post /customer-segments': forRoles(post('/customer-segments', { name: 'x', purpose: 'analysis', filter: {} }), [
    'coordinator',
    'leader',
  ]),
  'get /customer-segments/{id}': forRoles(get(`/customer-segments/${missing.id}`), ['coordinator', 'leader'], {
    done: noSegment,
  }),
  'get /customer-segments/{id}/export': forRoles(get(`/customer-segments/${missing.id}/export`), ['coordinator', 'leader'], {
    done: noSegment,
  }),
  'post /customer-segments/{id}/change': forRoles(post(`/customer-segments/${missing.id}/change`, { name: 'x', filter: {} }), [
    'coordinator',
    'leader',
  ]),
  'post /customer-segments/{id}/retire': forRoles(post(`/customer-segments/${missing.id}/retire`, { reason: 'x' }), [
    'coordinator',
    'leader',
  ]),
  'get /surges': forRoles(get('/surges'), ['coordinator', 'leader', 'auditor'], { done: status(200) }),
  'post /surges/{id}/acknowledge': forRoles(post(`/surges/${missing.id}/acknowledge`, {}), ['coordinator']),
};
