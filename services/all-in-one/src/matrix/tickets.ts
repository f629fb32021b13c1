import type { House } from './house.js';
import { json } from './call.js';
import { marker, phoneOf } from './markers.js';
import { askerNamed } from './people.js';
import { ticketNames } from './who-sees.js';

/** A ticket of the population. */
export interface Known {
  readonly name: string;
  readonly id: string;
  readonly number: string;
  readonly secret: string;
  readonly contact: string;
  readonly customer: string;
  readonly attachment: string;
  readonly versions: number;
}

type Step = readonly [who: string, command: string, body?: object];
interface Plan {
  readonly registers?: object;
  readonly steps: readonly Step[];
}

const word = (ticket: string) => (field: string) => marker(ticket, field);

/** What happens to each, in words that stand nowhere else. */
function planOf(name: string): Plan {
  const w = word(name);
  const route = (lead: string, ...coHandling: readonly string[]): Step => [
    'coordinator',
    'route',
    { lead, coHandling, note: w('routingnote') },
  ];
  const accept = (handler: string): Step => [handler, 'accept'];
  const secret = { confidential: true };
  const wrongdoing = { kind: 'report-wrongdoing' };
  const result = { result: w('result'), reply: w('reply'), publishable: false, confidentialReason: w('confidentialreason') };
  const toTheEnd: readonly Step[] = [
    ['quality-handler', 'submit-result', result],
    ['quality-manager', 'approve-result'],
    ['coordinator', 'accept-result'],
    [
      'coordinator',
      'record-contact-attempt',
      { purpose: 'reply', channel: 'phone', outcome: 'no-answer', note: w('attemptnote') },
    ],
    ['coordinator', 'reply', { channel: 'phone', verifiedBy: w('verifiedby') }],
    ['coordinator', 'record-survey', { outcome: 5, service: 5, timeliness: 5, comment: w('comment') }],
    ['coordinator', 'close', { code: 'resolved' }],
  ];
  switch (name) {
    case 'plain':
      return {
        steps: [
          ['agent', 'escalate-urgent', { reason: w('urgentreason') }],
          ['agent', 'record-measure', { text: w('measure') }],
          ['leader', 'acknowledge-urgent'],
          ['leader', 'record-decision', { text: w('decision'), participants: [w('participant')] }],
          ['coordinator', 'downgrade-urgent', { reason: w('calmreason') }],
          route('quality', 'after-sales'), accept('quality-handler'), accept('sales-handler'),
          ['quality-handler', 'record-progress', { text: w('progress') }],
          ['coordinator', 'urge', { department: 'quality', text: w('urge') }],
          ['coordinator', 'guide', { department: 'quality', text: w('guidance') }],
          ['leader', 'supervise', { department: 'quality', instruction: w('instruction'), reportBy: '2099-01-01T00:00:00Z' }],
          ['quality-handler', 'request-information', { question: w('question') }],
          ['agent', 'receive-information', { text: w('information') }],
          ['sales-handler', 'report', { text: w('report') }],
        ],
      }; // prettier-ignore
    case 'fresh':
      return { steps: [] };
    case 'secret':
      return { registers: secret, steps: [route('quality', 'after-sales'), accept('quality-handler'), ['quality-handler', 'record-progress', { text: w('progress') }], ['coordinator', 'urge', { department: 'quality', text: w('urge') }]] }; // prettier-ignore
    case 'report':
      return { registers: wrongdoing, steps: [route('quality', 'after-sales'), accept('quality-handler')] };
    case 'revealed':
      return {
        registers: wrongdoing,
        steps: [route('quality', 'after-sales'), accept('quality-handler'), ['quality-handler', 'request-reveal', { reason: w('revealreason') }], ['leader', 'grant-reveal', { department: 'quality' }]],
      }; // prettier-ignore
    case 'secret-report':
      return { registers: { ...secret, ...wrongdoing }, steps: [route('quality'), accept('quality-handler')] };
    case 'returned':
    case 'secret-returned':
      return {
        registers: name === 'returned' ? {} : secret,
        steps: [route('quality'), ['quality-manager', 'request-return', { reason: w('returnreason') }], ['coordinator', 'grant-return', { department: 'quality' }], route('logistics')],
      }; // prettier-ignore
    case 'north':
      return { steps: [['coordinator', 'transfer-site', { site: 'north', reason: w('transferreason') }], route('logistics')] };
    case 'about-dept':
      return { registers: { about: { department: 'logistics' } }, steps: [route('quality')] };
    case 'about-person':
      return { registers: { about: { person: w('aboutperson') } }, steps: [route('quality'), accept('quality-handler')] };
    case 'ended':
      return { steps: [route('quality', 'after-sales'), accept('quality-handler'), accept('sales-handler'), ['sales-handler', 'report', { text: w('report') }], ['sales-manager', 'approve-result'], ...toTheEnd] }; // prettier-ignore
    case 'secret-ended':
      return { registers: secret, steps: [route('quality'), accept('quality-handler'), ...toTheEnd] };
    case 'open-secret':
      return { registers: secret, steps: [route('quality')] };
    default:
      throw new TypeError(`nobody has said what happens to ${name}`);
  }
}

/** One ticket of each kind that the table names, each with words of its own in every field that holds any. */
export async function populate(house: House): Promise<readonly Known[]> {
  const known: Known[] = [];
  for (const [place, name] of ticketNames.entries()) {
    const registered = await register(house, name, place);
    for (const [who, command, body] of planOf(name).steps)
      await house.does(askerNamed(who), `/tickets/${registered.id}/${command}`, body);
    const message = { from: 'caller', text: marker(name, 'message') };
    const { version } = await house.does(askerNamed('coordinator'), `/tickets/${registered.id}/add-message`, message);
    known.push({ name, ...registered, versions: Number(version) });
  }
  for (const ticket of known) {
    const of = { name: 'caller', 'secret-caller': '' };
    if (ticket.name === 'plain') house.followsTicket(askerNamed(of.name), ticket.id);
    if (ticket.name === 'secret') house.followsTicket(askerNamed('secret-caller'), ticket.id);
  }
  await propose(house, known);
  await house.does(askerNamed('everything'), '/probations', onProbation);
  await house.does(askerNamed('everything'), '/equipment', { ...onRegister, responsible: house.accountOf('quality-handler') });
  await house.settled();
  await house.does(askerNamed('everything'), '/announcements', {
    title: 'x',
    text: 'x',
    departments: ['quality'],
    mustConfirm: true,
  });
  await planRoster(house);
  await house.settled();
  return Promise.all(known.map((ticket) => withCustomer(house, ticket)));
}

/** Of the first ticket, which everybody sees who sees any: a proposal for quality that all the others join, and a problem that they come of. */
async function propose(house: House, [first, ...others]: readonly Known[]): Promise<void> {
  const all = askerNamed('everything');
  const raised = { title: 'x', text: 'x', department: 'quality', tickets: [first?.id] };
  const { id } = await house.does(all, '/proposals', raised);
  await house.does(all, `/proposals/${String(id)}/join`, { tickets: others.map((ticket) => ticket.id) });
  const problem = await house.does(all, '/problems', { ...raised, item: 'fault' });
  await house.does(all, `/problems/${String(problem['id'])}/link`, { tickets: others.map((ticket) => ticket.id) });
}

/** Quality's for January 2026, with a day off for its handler. */
async function planRoster(house: House): Promise<void> {
  const all = askerNamed('everything');
  const { id } = await house.does(all, '/rosters', { department: 'quality', month: '2026-01' });
  const cells = [{ person: house.accountOf('quality-handler'), date: '2026-01-04', shifts: [] }];
  await house.does(all, `/rosters/${String(id)}/plan`, { cells });
  await house.does(all, `/rosters/${String(id)}/publish`, {});
}

/** In quality, with an open-ended contract. */
const onProbation = {
  name: 'x', identityNumber: '110101199001010010', department: 'quality', post: 'technician', reportsOn: '2026-01-05', contractTerm: 'open-ended',
  regularWage: 800_000,
}; // prettier-ignore

/** Everybody's to see who works here. */
export const onRegister = { code: 'x-1', name: 'x', kind: 'headset', site: 'main', place: 'x' };

async function register(house: House, name: string, place: number) {
  const w = word(name);
  const attachment = await upload(house, name);
  const callId = w('callid');
  const agent = askerNamed('agent');
  const recorded = async () =>
    String((await house.does(agent, '/contacts', {
      channel: 'phone', direction: 'inbound', outcome: 'answered', at: '2026-01-05T02:00:00Z', from: phoneOf(place), to: '4001', callId, recording: `https://pbx/${w('recording')}`,
    }))['id']); // prettier-ignore
  // Telephone systems tell of a call when it begins, or when it is over.
  const before = place % 2 === 0 ? undefined : await recorded();
  const { id, number, secret } = await house.does(agent, '/tickets', {
    channel: 'phone', kind: 'complaint', level: 'general', item: 'fault',
    subject: w('subject'), description: `${w('description')} call me: ${phoneOf(place)}`,
    caller: { name: w('callername'), phone: phoneOf(place), email: `${w('email')}@example.org` },
    location: { address: w('address') },
    attachments: [attachment], callId, externalId: w('externalid'),
    ...planOf(name).registers,
  }); // prettier-ignore
  return {
    id: String(id),
    number: String(number),
    secret: String(secret),
    contact: before ?? (await recorded()),
    attachment,
    customer: '',
  };
}

async function upload(house: House, name: string): Promise<string> {
  const answer = await house.ask(askerNamed('agent'), {
    method: 'POST',
    path: '/attachments',
    body: marker(name, 'content'),
    headers: { 'content-type': 'text/plain', 'content-disposition': `attachment; filename="${marker(name, 'filename')}.txt"` },
  });
  if (answer.status !== 201) throw new Error(`upload: ${answer.text}`);
  return String(json(answer)['id']);
}

async function withCustomer(house: House, ticket: Known): Promise<Known> {
  const seen = json(await house.ask(askerNamed('coordinator'), { method: 'GET', path: `/tickets/${ticket.id}` }));
  if (typeof seen['customer'] !== 'string') throw new Error(`${ticket.name}: ${JSON.stringify(seen)}`);
  return { ...ticket, customer: seen['customer'] };
}
