import type { Matter } from './matter.js';
import { lead, other, people, stranger, system, type Person } from './people.js';
import type { Step } from './step.js';
import type { Body } from './rule.js';

const common = {
  channel: 'phone',
  kind: 'complaint',
  item: 'fault',
  subject: 'fridge',
  description: 'does not cool',
  caller: { name: 'Wang', phone: '13800000001' },
  about: { department: stranger },
};

/** How tickets begin: a body of `POST /tickets`, the matter that it has to become, and what happens before anything is tried. */
export interface Start {
  readonly body: Body;
  readonly first: readonly Step[];
  matter(now: number): Matter;
}

const { coordinator, handler, manager, agent } = people;
const does = (who: Person, command: string, body: Body = {}): Step => ({ command, who, body });
const [reason, text] = ['because', 'words'];
const givenBack = [
  does(coordinator, 'route', { lead }),
  does(handler, 'request-return', { reason }),
  does(coordinator, 'grant-return'),
];
const handled = [
  does(coordinator, 'route', { lead }),
  does(handler, 'accept'),
  does(handler, 'submit-result', { result: text, reply: text, publishable: true }),
  does(manager, 'approve-result'),
  does(agent, 'accept-result'),
  does(agent, 'reply', { channel: 'phone' }),
];
const general = { body: { ...common, level: 'general' }, matter: registered };

export const starts: readonly Start[] = [
  { ...general, first: [] },
  {
    body: { ...common, level: 'urgent' },
    matter: (now) => ({ ...registered(now), level: 'urgent', urgent: { step: 'raised', measures: 0 } }),
    first: [],
  },
  // Wrongdoing, of which two departments have a part, and one asks who said so.
  {
    body: { ...common, level: 'general', confidential: true, kind: 'report-wrongdoing' },
    matter: (now) => ({ ...registered(now), confidential: true, kind: 'report-wrongdoing', hidden: { asked: [], known: [] } }),
    first: [does(coordinator, 'route', { lead, coHandling: [other] }), does(handler, 'request-reveal', { reason })],
  },
  // An event that carries another ticket, and has its answer.
  {
    body: { ...common, level: 'important', parent: true },
    matter: (now) => ({ ...registered(now), level: 'important', parent: true }),
    first: [does(system, 'note-child', { child: 'p0-child', attachedAt: '2026-03-02T02:00:00.000Z' }), ...handled.slice(0, -1)],
  },
  { ...general, first: [...givenBack, ...givenBack] },
  { ...general, first: handled },
  // More time is asked for, and endorsed.
  {
    ...general,
    first: [
      does(coordinator, 'route', { lead }),
      does(handler, 'accept'),
      does(handler, 'request-extension', { by: '2026-03-06T02:00:00.000Z', reason }),
      does(manager, 'endorse-extension'),
    ],
  },
  // For another site, given up and taken up again: an urgent event anew.
  {
    body: { ...common, level: 'urgent', site: 'north' },
    matter: (now) => ({ ...registered(now), level: 'urgent', urgent: { step: 'raised', measures: 0 }, site: 'north' }),
    first: [
      does(people.leader, 'acknowledge-urgent'),
      does(agent, 'withdraw', { reason }),
      does(coordinator, 'reopen', { reason }),
    ],
  },
];

function registered(now: number): Matter {
  return {
    status: 'registered',
    level: 'general',
    kind: 'complaint',
    item: 'fault',
    about: stranger,
    parts: [],
    known: [],
    ended: [],
    confidential: false,
    site: 'main',
    dispatchedHere: false,
    returns: 0,
    designated: false,
    rejections: 0,
    reworks: 0,
    replies: 0,
    messages: 0,
    orders: [],
    promises: 0,
    responded: false,
    tries: [],
    surveying: [],
    reworksByItself: 0,
    published: false,
    parent: false,
    children: 0,
    childRefused: false,
    duplicates: [],
    now,
  };
}
