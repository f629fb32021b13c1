import { stepId, type ContactEvent, type TicketEvent, type TimedStep, type ToldStep } from '@ledgerline/domain';
import { instantText } from '@ledgerline/kernel';

/** What is told more than so many milliseconds after its time was told late. */
const moment = 10_000;

/** Accounts that are told, and when (milliseconds since the epoch). */
export interface Told {
  readonly accounts: readonly string[];
  readonly now: number;
}

/** Refused by time, not by a person. */
const undecided = '到期前未作决定，视为不同意。 Not decided by the deadline: refused.';

/** @param person key id of the ticket's caller, to whom free text belongs */
export function eventOfTicket(step: TimedStep, told: Told, person: string): TicketEvent {
  const { department = '' } = step;
  const data = toldOf(step, told);
  switch (step.kind) {
    case 'warning':
      return { type: 'DeadlineWarned', data: { ...data, fraction: step.fraction ?? 0 } };
    case 'breach':
      return { type: 'DeadlineBreached', data };
    case 'escalation':
      return { type: 'DeadlineEscalated', data: { ...data, to: step.to ?? 'coordinator', repeat: step.repeat } };
    case 'alert':
      return { type: 'ExecutivesAlerted', data: { ...data, repeat: step.repeat } };
    case 'silence':
      return { type: 'CallerFellSilent', data: { department, step: stepId(step) } };
    case 'extension':
      return { type: 'ExtensionRefused', data: { person, department, reason: undecided } };
  }
}

export function eventOfCall(step: TimedStep, told: Told): ContactEvent {
  const data = toldOf(step, told);
  switch (step.kind) {
    case 'warning':
      return { type: 'ReturnCallWarned', data: { ...data, fraction: step.fraction ?? 0 } };
    case 'breach':
      return { type: 'ReturnCallBreached', data };
    case 'escalation':
      return { type: 'ReturnCallEscalated', data: { ...data, to: step.to ?? 'coordinator', repeat: step.repeat } };
    case 'alert':
    case 'silence':
    case 'extension':
      throw new TypeError(`a missed call has no ${step.kind}`);
  }
}

function toldOf(step: TimedStep, { accounts, now }: Told): ToldStep {
  const { clock, instance, department, due, planned, at } = step;
  return {
    step: stepId(step),
    clock,
    instance,
    ...(department === undefined ? {} : { department }),
    ...(due === undefined ? {} : { due: instantText(due) }),
    plannedFor: instantText(planned),
    ...(now - at > moment ? { lateBy: Math.round((now - at) / 1_000) } : {}),
    told: accounts,
  };
}
