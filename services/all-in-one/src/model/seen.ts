import { isActive, type ContactAttempt, type Part as PartThere, type Survey, type Ticket } from '@ledgerline/domain';
import type { Matter, Part, Try } from './matter.js';
import { howFarTried } from './reply.rules.js';
import { people } from './people.js';

/** The product's ticket in the model's words; what only the model measures is left out on both sides. */
export function seen(ticket: Ticket, nameOf: (id: string) => string): Seen {
  const { status, level, kind, item, about, designated, result, rejections, reworks, replies, messages, hold, urgency } = ticket;
  return {
    status,
    level,
    kind,
    item,
    about: about?.department,
    parts: ticket.parts.filter(isActive).map((part) => seenPart(part, nameOf)),
    known: [...new Set(ticket.parts.map(({ department }) => department))].toSorted(),
    ended: ticket.parts
      .filter(({ status: is }) => is === 'ended')
      .map(({ department, handler }) => seenEnd(department, handler && nameOf(handler))),
    confidential: ticket.confidential,
    hidden: ticket.identityHidden && {
      asked: Object.entries(ticket.revealRequests ?? {}).map(([department, by]) => ({ department, by: nameOf(by) })),
      known: ticket.revealedTo ?? [],
    },
    site: ticket.site,
    dispatchedHere: ticket.assignments > (ticket.assignmentsElsewhere ?? 0),
    returns: ticket.returnsGranted,
    designated,
    result: result && (result.publishable ? 'for-everybody' : 'for-the-caller-alone'),
    rejections,
    reworks,
    replies,
    messages,
    hold,
    urgent: urgency && { step: urgency.step, measures: urgency.measures },
    orders: (ticket.supervised ?? []).toSorted(),
    promises: ticket.commitments?.length ?? 0,
    closedAs: ticket.closureCode,
    tries: (ticket.attempts ?? []).map(seenTry),
    survey: ticket.survey && seenSurvey(ticket.survey),
    reworksByItself: ticket.automaticReworks ?? 0,
    published: ticket.publication !== undefined,
    parent: ticket.parent,
    children: ticket.children ?? 0,
    childRefused: (ticket.refusedChildren ?? []).length > 0,
    duplicates: ticket.duplicates ?? [],
    attachedTo: ticket.attachedTo && nameOf(ticket.attachedTo),
    duplicateOf: ticket.duplicateOf && nameOf(ticket.duplicateOf),
    calm: ticket.calmLevel,
  };
}

function seenEnd(department: string, handler: string | undefined) {
  return handler === undefined ? { department } : { department, handler };
}

function seenTry({ at, channel, outcome }: ContactAttempt): Try {
  const spoken = ['phone', 'in-person'].includes(channel);
  return { at: Temporal.Instant.from(at).epochMilliseconds, spoken, outcome: outcome as Try['outcome'] };
}

function seenSurvey({ attempts, sentBy = [], dissatisfied }: Survey): Matter['survey'] {
  return { attempts, sentBy, ...(dissatisfied === undefined ? {} : { dissatisfied }) };
}

const stages = { routed: 'waiting', accepted: 'working', submitted: 'submitted', approved: 'approved' } as const;

function seenPart(part: PartThere, nameOf: (id: string) => string): SeenPart {
  const { department, handler, returnRequested, hold, extension, extensionsGranted = 0, urges, overdueReported } = part;
  return {
    department,
    role: part.part,
    stage: stages[part.status as keyof typeof stages],
    handler: handler && nameOf(handler),
    returnAsked: returnRequested,
    hold,
    asks: part.awaitsInformation === true,
    extension: extension && { by: Temporal.Instant.from(extension.by).epochMilliseconds, endorsed: extension.endorsed },
    extended: extensionsGranted,
    urges,
    overdueTold: overdueReported === true,
  };
}

/** The model's matter, in what can be seen of it. */
export function visible(matter: Matter): Seen {
  const { about, result, hold, urgent, closedAs } = matter;
  const { status, level, kind, item, designated, rejections, reworks, replies, messages, returns, promises } = matter;
  return {
    status,
    level,
    kind,
    item,
    about,
    parts: matter.parts.map(visiblePart),
    known: matter.known.toSorted(),
    ended: matter.ended.map(({ department, handler }) => seenEnd(department, handler)),
    confidential: matter.confidential,
    hidden: matter.hidden,
    site: matter.site,
    dispatchedHere: matter.dispatchedHere,
    returns,
    designated,
    result,
    rejections,
    reworks,
    replies,
    messages,
    hold,
    urgent,
    orders: [...new Set(matter.orders)].toSorted(),
    promises,
    closedAs,
    tries: matter.tries,
    survey: matter.survey,
    reworksByItself: matter.reworksByItself,
    published: matter.published,
    parent: matter.parent,
    children: matter.children,
    childRefused: matter.childRefused,
    duplicates: matter.duplicates,
    attachedTo: matter.attachedTo,
    duplicateOf: matter.duplicateOf,
    calm: matter.calm,
  };
}

function visiblePart({ asked, ...part }: Part): SeenPart {
  const { department, role, stage, handler, returnAsked, hold, extension, extended, urges, overdueTold } = part;
  const asks = asked !== undefined;
  return { department, role, stage, handler, returnAsked, hold, asks, extension, extended, urges, overdueTold };
}

type SeenPart = { readonly [Name in keyof Part]?: Part[Name] | undefined } & { readonly asks: boolean };
export type Seen = { readonly [Name in keyof Matter]?: (Name extends 'parts' ? readonly SeenPart[] : Matter[Name]) | undefined };

/**
 * The abstract state: matters with the same one are alike to the process. Counters count as far as a rule asks, times as far as a
 * limit has passed.
 */
export function abstractState(matter: Matter): string {
  const {
    status,
    level,
    item,
    designated,
    result,
    hold,
    urgent,
    promises,
    closedAs,
    responded,
    tries,
    survey,
    surveying,
    reworksByItself,
  } = matter;
  const few = (count: number, most: number) => Math.min(count, most);
  const parts = matter.parts.map((part) => [
    part.department,
    part.role,
    part.stage,
    part.handler === undefined
      ? ''
      : part.handler === people.handler.name || part.handler === people.otherHandler.name
        ? 'h'
        : 'o',
    part.returnAsked,
    part.toReturn < 0,
    part.hold ?? '',
    part.asked !== undefined,
    part.extension === undefined ? '' : part.extension.endorsed,
    few(part.extended, 2),
    few(part.urges, 1),
    part.overdueTold,
    Math.min(part.toHandle, part.toHandleUrgently ?? part.toHandle) < 0,
  ]);
  const rest = [
    few(matter.returns, 2),
    designated,
    result,
    few(matter.rejections, 1),
    few(matter.reworks, 2),
    hold,
    matter.dispatchedHere,
  ];
  const orders = [...new Set(matter.orders)].toSorted();
  const far = howFarTried(tries);
  return JSON.stringify([
    [status, level, item === 'fault', matter.known.toSorted(), matter.handledBy, parts, rest],
    [
      urgent?.step,
      few(urgent?.measures ?? 0, 1),
      orders,
      few(promises, 1),
      closedAs,
      responded,
      [far.days, few(far.hours, 3), far.message, few(tries.length, 3)],
    ],
    [
      [...new Set(matter.ended.map(({ department, handler }) => `${department} ${handler === undefined}`))].toSorted(),
      matter.confidential,
      matter.hidden,
    ],
    [survey?.attempts, survey?.sentBy.length, survey?.dissatisfied?.length, surveying, few(reworksByItself, 1), matter.published],
    [
      matter.parent,
      few(matter.children, 1),
      matter.childRefused,
      few(matter.duplicates.length, 1),
      matter.attachedTo,
      matter.duplicateOf,
      matter.calm,
    ],
  ]);
}

/** Coarsest: how far the ticket has come. */
export function chapterOf(matter: Matter): string {
  const { status, level, urgent, reworks, returns, survey, confidential, parent, attachedTo, duplicateOf } = matter;
  const far = [Math.min(reworks, 1), Math.min(returns, 2), survey?.dissatisfied !== undefined];
  return [status, urgent?.step ?? level, ...far, confidential, parent, attachedTo, duplicateOf].join(' ');
}

/** Which departments are at it, how far each has come, and how it came to them. */
export function handsOn({ parts, returns, designated }: Matter): string {
  return [Math.min(returns, 2), designated, ...parts.map(({ role, stage }) => `${role} ${stage}`)].join(' ');
}

/** Coarser: what a supervisor would call the same situation. New ones are looked for first. */
export function situationOf(matter: Matter): string {
  const parts = matter.parts.map(({ role, stage, hold, asked, returnAsked, extension }) =>
    [role[0], stage, hold !== undefined || asked !== undefined, returnAsked, extension?.endorsed ?? ''].join(':'),
  );
  return [matter.status, matter.urgent?.step ?? '', matter.designated, ...parts].join(' ');
}
