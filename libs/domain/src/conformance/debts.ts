import type { TicketEvent } from '../ticket/ticket-events.js';
import { isActive, type Ticket } from '../ticket/ticket.js';

/** Something that the requirements ask for beside the order of steps: owed from some event on, to be done before another. */
export interface Debt {
  readonly name: string;
  /** The row of the requirements. */
  readonly source: string;
  /** Whose it is, a department or `''` for the ticket's own; undefined where the event makes none. */
  readonly arises: (event: TicketEvent, before: Ticket) => string | undefined;
  /** Whose is paid by the event; `all` for everybody's. */
  readonly paid: (event: TicketEvent) => string | undefined;
  /** Types of the events that one of the two looks at. */
  readonly about: readonly TicketEvent['type'][];
  /** Types of the event by which it should have been paid. */
  readonly due: readonly TicketEvent['type'][];
}

export const all = 'all';
const toldTheCaller = (event: TicketEvent) =>
  event.type === 'DelayExplained' ||
  (event.type === 'ProgressRecorded' && event.data.toldCaller) ||
  (event.type === 'MessageAdded' && event.data.from === 'staff')
    ? all
    : undefined;

/** What is owed over a stretch of the course. */
export const debts: readonly Debt[] = [
  {
    name: 'caller-not-told-of-extension',
    source: 'R4.2',
    about: ['ExtensionGranted', 'DelayExplained', 'ProgressRecorded', 'MessageAdded'],
    arises: (event) => (event.type === 'ExtensionGranted' ? event.data.department : undefined),
    paid: toldTheCaller,
    due: ['ReplyGiven'],
  },
  {
    name: 'delay-not-explained',
    source: 'R6.4',
    about: ['DeadlineBreached', 'DelayExplained'],
    arises: (event) => (event.type === 'DeadlineBreached' && event.data.clock === 'resolve' ? '' : undefined),
    paid: (event) => (event.type === 'DelayExplained' ? all : undefined),
    due: ['ReplyGiven', 'TicketClosed'],
  },
  {
    name: 'overdue-not-reported',
    source: 'R6.4',
    about: ['DeadlineBreached', 'OverdueReported'],
    arises: (event, { parts }) => {
      if (event.type !== 'DeadlineBreached' || event.data.clock !== 'handle') return undefined;
      const { department } = event.data;
      const reported = parts.some((part) => part.department === department && isActive(part) && part.overdueReported);
      return reported ? undefined : department;
    },
    paid: (event) => (event.type === 'OverdueReported' ? event.data.department : undefined),
    due: ['ReplyGiven', 'TicketClosed'],
  },
];

/** What has to be so when an event happens, looked at on the ticket that it finds. */
export interface Check {
  readonly name: string;
  readonly source: string;
  readonly at: readonly TicketEvent['type'][];
  /** Departments that it lies with, `''` for nobody in particular; empty where all is as it should be. */
  readonly missing: (before: Ticket, event: TicketEvent) => readonly string[];
}

const nobody = [''];
const none: readonly string[] = [];
const answered: readonly string[] = ['resolved', 'partly-resolved', 'explained', 'unfounded'];

export const checks: readonly Check[] = [
  {
    name: 'caller-not-told-halfway',
    source: 'R4.2',
    at: ['DeadlineBreached'],
    missing: (_, event) =>
      event.type === 'DeadlineBreached' && event.data.clock === 'interim-feedback' ? [event.data.department ?? ''] : none,
  },
  {
    name: 'urge-not-acknowledged',
    source: 'R5',
    at: ['ReplyGiven'],
    missing: ({ parts }) => parts.filter((part) => isActive(part) && part.urges > 0).map(({ department }) => department),
  },
  {
    name: 'supervision-not-answered',
    source: 'R5',
    at: ['TicketClosed'],
    missing: ({ supervised = none }) => supervised,
  },
  {
    name: 'commitment-not-followed-up',
    source: 'R6.4',
    at: ['TicketClosed'],
    missing: ({ commitments = [] }) => commitments.map(({ department }) => department),
  },
  {
    name: 'urgent-without-measures',
    source: 'R3',
    at: ['ReplyGiven'],
    missing: ({ urgency }) => (urgency?.measures === 0 ? nobody : none),
  },
  {
    name: 'urgent-decision-not-explained',
    source: 'R3',
    at: ['TicketClosed'],
    missing: ({ urgency }) => (urgency !== undefined && urgency.step !== 'explained' ? nobody : none),
  },
  {
    name: 'closed-without-survey',
    source: 'R8.1',
    at: ['TicketClosed'],
    missing: ({ survey, imported }, event) => {
      const isAnswered = event.type === 'TicketClosed' && answered.includes(event.data.code);
      const isTried = survey?.ratings !== undefined || survey?.sentBy !== undefined || (survey?.attempts ?? 0) > 0;
      return isAnswered && !imported && !isTried ? nobody : none;
    },
  },
  {
    name: 'reopened-after-closing',
    source: 'R8.2',
    at: ['TicketReopened'],
    missing: ({ status }) => (status === 'closed' ? nobody : none),
  },
];
