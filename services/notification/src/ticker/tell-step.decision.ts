import {
  isActive,
  openDeadlines,
  stepId,
  type ClockBook,
  type MaybeTicket,
  type Rulebook,
  type TicketEvent,
  type TimedStep,
  type ToldStep,
} from '@ledgerline/domain';
import { instantText, rejected, type Decide } from '@ledgerline/kernel';

/** What is told more than so many milliseconds after its time was told late. */
const moment = 10_000;

/** The clocks of a ticket as its events up to a version give them. */
export interface TicketClocks {
  readonly book: ClockBook;
  readonly rulebook: Rulebook;
}

/**
 * What time alone brings about, decided again at the moment at which it is recorded: a hold, an extension or the work itself
 * in between makes it a refusal. The ticket has to stand where the clocks were folded (the command's expected version).
 *
 * @param wanted the step's identity
 * @param told accounts that are told of it
 */
export function tellStep(
  wanted: string,
  { book, rulebook }: TicketClocks,
  told: readonly string[],
): Decide<unknown, MaybeTicket, TicketEvent> {
  return (_command, ticket, { at }) => {
    const now = Temporal.Instant.from(at).epochMilliseconds;
    const step = openDeadlines(book, rulebook, now).steps.find((one) => stepId(one) === wanted);
    if (ticket === undefined || step === undefined) return rejected('step-no-longer-due');
    if (step.at > now) return rejected('step-not-yet-due', { at: instantText(step.at) });
    return [eventOf(step, { person: ticket.person, told: toldOf(step, told, now) })];
  };
}

/** Refused by time, not by a person. */
const undecided = '到期前未作决定，视为不同意。 Not decided by the deadline: refused.';

function eventOf(step: TimedStep, { person, told }: { readonly person: string; readonly told: ToldStep }): TicketEvent {
  const { department = '' } = step;
  switch (step.kind) {
    case 'warning':
      return { type: 'DeadlineWarned', data: { ...told, fraction: step.fraction ?? 0 } };
    case 'breach':
      return { type: 'DeadlineBreached', data: told };
    case 'escalation':
      return { type: 'DeadlineEscalated', data: { ...told, to: step.to ?? 'coordinator', repeat: step.repeat } };
    case 'alert':
      return { type: 'ExecutivesAlerted', data: { ...told, repeat: step.repeat } };
    case 'silence':
      return { type: 'CallerFellSilent', data: { department, step: stepId(step) } };
    case 'extension':
      return { type: 'ExtensionRefused', data: { person, department, reason: undecided } };
  }
}

function toldOf(step: TimedStep, told: readonly string[], now: number): ToldStep {
  const { clock, instance, department, due, planned, at } = step;
  return {
    step: stepId(step),
    clock,
    instance,
    ...(department === undefined ? {} : { department }),
    ...(due === undefined ? {} : { due: instantText(due) }),
    plannedFor: instantText(planned),
    ...(now - at > moment ? { lateBy: Math.round((now - at) / 1_000) } : {}),
    told,
  };
}

/** 归档: what has been over for as long as the retention setting says. */
export function archiveTicket(book: ClockBook, archiveAfter: number): Decide<unknown, MaybeTicket, TicketEvent> {
  return (_command, ticket, { at }) => {
    if (ticket === undefined || book.overSince === undefined) return rejected('ticket-not-over');
    if (ticket.parts.some(isActive)) return rejected('ticket-not-over');
    if (book.overSince + archiveAfter > Temporal.Instant.from(at).epochMilliseconds) return rejected('retention-not-over');
    return [{ type: 'TicketArchived', data: {} }];
  };
}
