import type { Personal, RecordedEvent } from '@ledgerline/kernel';
import { ticketFold } from './evolve-ticket.js';
import type { TicketEvent, TicketEvents, TicketEventType } from './ticket-events.js';
import { isOpen, type MaybeTicket, type Ticket } from './ticket.js';
import type { Status } from './ticket-words.js';

/** Something that the caller was told, asked or said; times are RFC 3339, UTC. */
export interface Said {
  readonly at: string;
  readonly text: Personal<string>;
}
export interface Question extends Said {
  readonly answeredAt?: string;
}

/** R7.3: a ticket as its caller sees it: no notes, no departments, nobody's names. */
export interface CallerView extends Pick<
  Ticket,
  'number' | 'kind' | 'level' | 'item' | 'subject' | 'description' | 'registeredAt' | 'updatedAt'
> {
  readonly status: Status;
  readonly steps: readonly { readonly at: string; readonly step: string }[];
  readonly notices: readonly Said[];
  readonly messages: readonly Said[];
  readonly questions: readonly Question[];
  readonly replies: readonly (Said & { readonly channel?: string })[];
  readonly mayWithdraw: boolean;
  /** open: a reply waits for the caller's opinion. */
  readonly survey: 'none' | 'open' | 'answered';
}

/** What goes on inside is one thing to the outside. */
const inside: readonly Status[] = ['in-review', 'to-check', 'to-reply'];

/** undefined before the registration. */
export function callerView(events: readonly RecordedEvent[]): CallerView | undefined {
  const ticket = events.reduce<MaybeTicket>(ticketFold.evolve, undefined);
  if (ticket === undefined) return undefined;
  const { number, kind, level, item, subject, description, registeredAt, updatedAt, status } = ticket;
  return {
    number, kind, level, item, subject, description, registeredAt, updatedAt,
    status: inside.includes(status) ? 'in-progress' : status,
    steps: told(events, steps).map(([at, step]) => ({ at, step })),
    notices: told(events, notices).map(([at, text]) => ({ at, text })),
    messages: told(events, messages).map(([at, text]) => ({ at, text })),
    questions: questionsOf(events),
    replies: told(events, replies).map(([at, reply]) => ({ at, ...reply })),
    mayWithdraw: isOpen(ticket),
    survey: surveyOf(ticket),
  }; // prettier-ignore
}

type Tell<Told> = { readonly [Type in TicketEventType]?: (data: TicketEvents[Type]) => Told | undefined };

/** What of the history is for the caller, by event; what is not named here is not. */
const steps: Tell<string> = {
  TicketRegistered: () => 'registered',
  TicketRouted: () => 'dispatched',
  TicketDesignated: () => 'dispatched',
  PartAccepted: () => 'in-progress',
  ExtensionGranted: ({ by }) => `extended until ${by}`,
  ReworkOrdered: () => 'handled again',
  TicketAnswered: () => 'answered',
  ReplyGiven: () => 'replied',
  TicketRefused: () => 'refused',
  TicketWithdrawn: () => 'withdrawn',
  TicketClosed: () => 'closed',
  TicketReopened: () => 'reopened',
};
const notices: Tell<Personal<string>> = {
  TicketRouted: ({ noticeToCaller }) => noticeToCaller,
  ProgressRecorded: ({ toldCaller, text }) => (toldCaller ? text : undefined),
  CommittedInPrinciple: ({ text }) => text,
  FollowedUp: ({ text }) => text,
  DelayExplained: ({ text }) => text,
  DecisionExplained: ({ text }) => text,
  ProposalOutcomeTold: ({ text }) => text,
};
const messages: Tell<Personal<string>> = {
  MessageAdded: ({ from, text }) => (from === 'caller' ? text : undefined),
  InformationReceived: ({ text }) => text,
};
const replies: Tell<{ readonly text: Personal<string>; readonly channel?: string }> = {
  TicketAnswered: ({ text }) => ({ text }),
  TicketRefused: ({ text }) => ({ text }),
  ReplyGiven: ({ text, channel }) => ({ text, channel }),
};

function told<Told>(events: readonly RecordedEvent[], tell: Tell<Told>): readonly (readonly [string, Told])[] {
  return events.flatMap((recorded) => {
    const { type, data, meta } = recorded as unknown as TicketEvent & Pick<RecordedEvent, 'meta'>;
    const what = (tell[type] as ((data: unknown) => Told | undefined) | undefined)?.(data);
    return what === undefined ? [] : [[meta.at, what] as const];
  });
}

/** What the caller says after a question answers it, whoever asked. */
function questionsOf(events: readonly RecordedEvent[]): readonly Question[] {
  const answers = told(events, messages).map(([at]) => at);
  const asked = told<Personal<string>>(events, { InformationRequested: ({ question }) => question });
  return asked.map(([at, text]) => {
    const answeredAt = answers.find((answer) => answer >= at);
    return { at, text, ...(answeredAt === undefined ? {} : { answeredAt }) };
  });
}

function surveyOf({ survey, status }: Ticket): CallerView['survey'] {
  if (survey?.ratings !== undefined) return 'answered';
  return survey !== undefined && (status === 'completed' || status === 'closed') ? 'open' : 'none';
}
