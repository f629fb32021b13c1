import type { Matter } from './matter.js';
import { lead, other, people, stranger } from './people.js';
import type { Body } from './rule.js';
import { leftOf } from './terms.js';

const hour = 3_600_000;
export const itemsKnown: readonly string[] = ['fault', 'product'];
const [reason, text] = ['because', 'words'];
const channel = 'phone';

/** Unnamed, at work on it or not, and one that can have no part. */
const ofEach = (more: Body = {}): readonly Body[] => [
  more,
  { department: lead, ...more },
  { department: other, ...more },
  { department: stranger, ...more },
];
const inHours = ({ now }: Matter, hours: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now + hours * hour).toString({ fractionalSecondDigits: 3 });

/** The bodies with which each command is tried in a state: every way in which it can be meant. */
export const bodies: Readonly<Record<string, (matter: Matter) => readonly Body[]>> = {
  answer: () => [{ text }],
  reclassify: () => [
    { item: 'product', reason },
    { item: 'fault', reason },
    { item: 'nonsense', reason },
    { level: 'important', reason },
    { level: 'urgent', reason },
    { kind: 'praise', reason },
    { kind: 'report-wrongdoing', reason },
  ],
  refuse: () => [{ reason, text }],
  withdraw: () => [{ reason }],
  'add-message': () => [
    { from: 'caller', text },
    { from: 'staff', channel, text },
  ],
  'accept-result': () => [{}],
  'reject-result': () => [{ reason }],
  close: () => ['resolved', 'explained', 'unreachable', 'withdrawn', 'refused', 'duplicate'].map((code) => ({ code })),
  reopen: () => [{ reason }],
  route: () => [
    { lead },
    { lead, coHandling: [other], noticeToCaller: text },
    { lead: other },
    { lead: other, coHandling: [lead] },
    { lead, coHandling: [lead] },
    { lead: stranger },
    { lead, coHandling: [stranger] },
    { lead: 'nowhere' },
  ],
  designate: () => [
    { lead, reason },
    { lead: other, reason },
    { lead: stranger, reason },
    { lead: 'nowhere', reason },
  ],
  'transfer-site': () => ['north', 'main', 'south', 'nowhere'].map((site) => ({ site, reason })),
  'request-return': () => ofEach({ reason }),
  'grant-return': () => ofEach(),
  'refuse-return': () => ofEach({ reason }),
  'release-department': () => ofEach({ reason }),
  'request-reveal': () => ofEach({ reason }),
  'grant-reveal': () => ofEach(),
  rework: () => ofEach({ reason }),
  'record-measure': () => [{ text }],
  'acknowledge-urgent': () => [{}],
  'record-decision': () => [{ text }, { text, participants: ['Li', 'Wang'] }],
  'hand-down-decision': () => [
    { departments: [lead, 'call-centre'], text },
    { departments: [lead, stranger], text },
    { departments: ['nowhere'], text },
  ],
  'explain-decision': () => [{ text, channel }],
  accept: () => ofEach(),
  'assign-handler': () => [
    ...ofEach({ handler: people.handler.name }),
    { department: lead, handler: people.colleague.name },
    { department: other, handler: people.otherHandler.name },
    { department: lead, handler: people.agent.name },
    { department: lead, handler: 'nobody' },
  ],
  'record-progress': () => [...ofEach({ text }), { department: lead, text, toldCaller: true }],
  report: () => ofEach({ text }),
  'submit-result': () => [
    ...ofEach({ result: text, reply: text, publishable: true }),
    { department: lead, result: text, reply: text, publishable: false },
    { department: lead, result: text, reply: text, publishable: false, confidentialReason: reason },
  ],
  'approve-result': () => ofEach(),
  'send-back-result': () => ofEach({ reason }),
  hold: () => [
    { reason: 'awaiting-caller', note: text },
    { reason: 'third-party', note: text },
    { reason: 'force-majeure', note: text },
    { department: lead, reason: 'awaiting-caller', note: text },
    { department: lead, reason: 'force-majeure', note: text },
    { department: other, reason: 'third-party', note: text },
    { department: stranger, reason: 'third-party', note: text },
  ],
  resume: () => ofEach(),
  'request-information': () => ofEach({ question: text }),
  'receive-information': () => [{ text }],
  // Within what the policy lets a coordinator grant, beyond it, and before the deadline that there is.
  'request-extension': (matter) => [
    ...ofEach({ by: inHours(matter, leftInHours(matter) + 24), reason }),
    { department: lead, by: inHours(matter, leftInHours(matter) + 200), reason },
    { department: lead, by: inHours(matter, leftInHours(matter) - 1), reason },
  ],
  'endorse-extension': () => ofEach(),
  'grant-extension': (matter) => [
    ...ofEach(),
    { department: lead, by: inHours(matter, leftInHours(matter) + 2) },
    { department: lead, by: inHours(matter, leftInHours(matter) - 1) },
    { department: lead, by: inHours(matter, leftInHours(matter) + 200) },
  ],
  'refuse-extension': () => ofEach({ reason }),
  'commit-in-principle': (matter) => [
    ...ofEach({ text, rule: '§ 4', followUpOn: inHours(matter, 100) }),
    { department: lead, text, rule: '§ 4', followUpOn: inHours(matter, -1) },
  ],
  'follow-up': () => [{ text }],
  reply: () => [{ channel }, { channel, text }, { channel, text, verifiedBy: 'call to the known number' }],
  'record-contact-attempt': () => [
    { purpose: 'reply', channel, outcome: 'no-answer' },
    { purpose: 'reply', channel: 'sms', outcome: 'message-left', note: text },
    { purpose: 'reply', channel, outcome: 'reached' },
    { purpose: 'survey', channel, outcome: 'no-answer' },
  ],
  survey: () => [{ channel: 'sms' }, { channel: 'web' }],
  'record-survey': () => [
    { outcome: 5, service: 5, timeliness: 3 },
    { outcome: 2, service: 4, timeliness: 1, comment: text },
  ],
  publish: () => [
    { title: 'fridges', text },
    { title: 'fridges', text: 'Wang has a new one' },
  ],
  'withdraw-publication': () => [{ reason }],
  'escalate-urgent': () => [{ reason }],
  'downgrade-urgent': () => [{ reason }, { reason, level: 'general' }],
  'attach-to-event': () => ['@event', '@past-event', '@other', '@self', '@nowhere'].map((event) => ({ event })),
  'detach-from-event': () => [{ reason }],
  'link-duplicate': () => ['@other', '@past-event', '@copy', '@self', '@nowhere'].map((of) => ({ of })),
  'unlink-duplicate': () => [{ reason }],
  'reply-to-all': () => [{ text, channel }],
  'reply-in-event': () => [{ event: '@event', text, channel }],
  'note-child': () => [{ child: 'p0-child', attachedAt: '2026-03-02T02:00:00.000Z' }],
  'release-child': () => [{ child: 'p0-child' }],
  'note-duplicate': () => [{ duplicate: 'p0-copy' }],
  'release-duplicate': () => [{ duplicate: 'p0-copy' }],
  'note-duplicate-message': () => [{ duplicate: 'p0-copy', from: 'caller' }],
  'undo-link': () => ['@event', '@other'].map((other) => ({ other, why: reason })),
  'rework-dissatisfied': () => [{}],
  'route-by-table': () => [{}],
  urge: () => ofEach({ text }),
  'acknowledge-urge': () => ofEach(),
  guide: () => ofEach({ text }),
  inspect: () => ofEach({ findings: text }),
  supervise: (matter) => [
    ...ofEach({ instruction: text, reportBy: inHours(matter, 50) }),
    { department: lead, instruction: text, reportBy: inHours(matter, -1) },
  ],
  'report-back': () => ofEach({ text }),
  'report-overdue': () => ofEach({ reason }),
  'explain-delay': () => [{ text, channel }],
};

/** What is left of the lead's time, else of the other's, in whole hours. */
function leftInHours(matter: Matter): number {
  const part = matter.parts.find(({ department }) => department === lead) ?? matter.parts[0];
  return part === undefined ? 10 : Math.floor(leftOf(matter, part) / hour);
}
