import type { Ask } from '../call.js';
import { marker } from '../markers.js';
import { holds } from '../people.js';
import { changingNothing, notAllowed, notSignedIn, passed, status, type Line, type Lines, type Probe } from '../probe.js';
import { sightOf } from '../who-sees.js';
import { forRoles } from './for-whom.js';

const aTicket = {
  channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 's', description: 'd', caller: { phone: '13811112222' },
}; // prettier-ignore
const registers = ['agent', 'coordinator'];

/** A call is never registered twice; which ticket it opened is told to those who see that. */
const register: Line = (asker, { tickets }) => {
  const asking = (more: object, headers: Ask['headers']): Ask => ({ method: 'POST', path: '/tickets', body: { ...aTicket, ...more }, ...(headers ? { headers } : {}) });
  const fresh = asking({}, changingNothing);
  if (asker.kind === 'nobody') return [{ ask: fresh, wants: notSignedIn }];
  if (!holds(asker, ...registers)) return [{ ask: fresh, wants: notAllowed }];
  return [
    { ask: fresh, wants: passed },
    ...tickets.map(({ name }): Probe => ({
      ask: asking({ callId: marker(name, 'callid') }, { 'idempotency-key': `again-${asker.name}-${name}` }),
      wants: (answer) => {
        const isTold = answer.text.includes('"ticket"');
        if (answer.status !== 409) return `${answer.status} ${answer.text}`;
        return isTold === (sightOf(asker, name) !== undefined) ? undefined : `the ticket is ${isTold ? '' : 'not '}told`;
      },
    })),
  ];
}; // prettier-ignore

const table = [
  'reference,occurredAt,channel,kind,level,item,subject,description',
  'P-1,2026-01-05T10:00:00+08:00,phone,complaint,general,fault,s,d',
];
const late: Ask = {
  method: 'POST', path: '/late-entries', body: table.join('\n'), headers: { ...changingNothing, 'content-type': 'text/csv' },
}; // prettier-ignore
const upload: Ask = {
  method: 'POST',
  path: '/attachments',
  body: 'content',
  headers: { ...changingNothing, 'content-type': 'text/plain' },
};

export const registering: Lines = {
  'post /tickets': register,
  'post /late-entries': forRoles(late, registers, { done: status(200) }),
  'post /attachments': forRoles(upload, [
    'agent',
    'coordinator',
    'handler',
    'leader',
    'personnel',
    'office',
    'administrator',
    'caller',
  ]),
};
