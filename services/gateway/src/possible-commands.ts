import { ticketCalls, type Principal } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline, type Tried } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { sampleBody } from './sample-body.js';

/** Days from now that a date in a sample names: later than deadlines mostly are. */
const wellAhead = 60;

/** Refusals that depend on what somebody would write: until they write it, the command is possible. */
const refusesWhatIsWritten: ReadonlySet<string> = new Set([
  'unknown-department', 'unknown-item', 'unknown-attachment', 'unknown-article', 'unknown-site', 'site-on-own-hosts', 'department-required', 'lead-is-co-handling-too',
  'ticket-concerns-department', 'not-a-handler-of-the-department', 'already-the-handler', 'nothing-to-change', 'reply-has-no-text',
  'identity-not-verified', 'confidential-reason-required', 'not-later-than-the-deadline', 'follow-up-date-has-passed', 'report-by-has-passed',
  'reason-not-allowed-by-policy', 'urgency-has-its-own-command', 'unknown-ticket', 'same-ticket', 'not-a-parent-event', 'event-is-over',
  'event-is-a-duplicate', 'other-is-a-duplicate', 'other-is-not-confidential', 'other-is-over', 'contains-personal-data', 'owner-not-of-the-department',
  'not-within-the-probation', 'not-later-than-the-last-day', 'beyond-the-legal-limit', 'date-is-to-come', 'unknown-condition', 'request-not-found',
  'request-not-open', 'each-condition-needs-its-proof', 'told-before-approval-or-later', 'notice-not-within-the-probation', 'notice-too-short',
  'no-working-day', 'leave-overlaps', 'longer-than-this-leave', 'personal-leave-needs-the-chairman', 'leave-needs-no-approval', 'no-such-leave',
  'half-a-day-is-one-day', 'proof-required', 'no-home-leave', 'no-marriage-leave', 'document-not-asked-for', 'originals-are-never-kept', 'hospital-required',
  'unknown-formality', 'formality-is-seen-to', 'formality-is-for-everybody', 'unknown-mentor', 'mentors-themselves', 'bonus-set-already',
  'not-after-the-change-before', 'below-the-share-of-the-agreed-wage', 'below-the-local-minimum',
  'criterion-not-on-the-sheet', 'criterion-without-mark', 'not-an-inspector', 'may-not-inspect-it', 'ticket-not-in-the-calibration', 'scores-are-missing',
  'no-such-fault', 'fault-is-not-open', 'no-such-plan', 'plan-has-ended', 'nothing-left-of-the-plan', 'one-schedule-only', 'date-has-passed',
  'unknown-person', 'maintenance-was-done-later',
  'not-within-the-month', 'unknown-shift', 'shifts-overlap', 'not-of-the-department', 'day-is-not-published', 'not-on-the-roster', 'swaps-with-themselves',
  'not-a-stage-of-it', 'not-an-end-of-it', 'loss-needs-a-reason',
]); // prettier-ignore

export interface CommandNow {
  readonly command: string;
  readonly possible: boolean;
  /** Why it is not, by the rule's name. */
  readonly code?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

type Asked = (typeof ticketCalls)[string];

/** What somebody can do with a ticket now, and why not the rest: the decisions themselves are asked, with nothing written yet. */
@Injectable()
export class PossibleCommands {
  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {}

  async of(id: string, principal: Principal): Promise<readonly CommandNow[]> {
    return this.among(ticketCalls, id, principal);
  }

  /** @param commands by name: who decides it, and its body */
  async among(commands: Readonly<Record<string, Asked>>, id: string, principal: Principal): Promise<readonly CommandNow[]> {
    const later = instantText(this.ledgerline.clock.now() + wellAhead * 86_400_000);
    const facts = { department: 'call-centre', account: principal.onBehalfOf ?? principal.id, later };
    const byService = Map.groupBy(Object.entries(commands), ([, { service }]) => service);
    const answers = await Promise.all(
      [...byService].map(([service, calls]) => {
        const tries = calls.map(([command, { body }]) => ({ command, body: sampleBody(body, facts) }));
        const message = { body: { id, tries }, principal };
        return this.ledgerline.ask<{ tried: Readonly<Record<string, Tried>> }>(service, 'try-commands', message);
      }),
    );
    const tried = Object.assign({}, ...answers.map((answer) => answer.tried)) as Readonly<Record<string, Tried>>;
    return Object.keys(commands).flatMap((command) => commandNow(command, tried[command]));
  }
}

/** A command that can't be tried is offered: it will say itself what it thinks of it. */
function commandNow(command: string, tried: Tried | undefined): readonly CommandNow[] {
  if (tried === undefined || tried.possible) return [{ command, possible: true }];
  const { code, facts } = tried;
  if (code === 'not-allowed') return [];
  const { proposal } = (facts ?? {}) as { proposal?: { kind?: string } };
  const followsTheTable = code === 'routing-needs-a-coordinator' && proposal?.kind === 'unambiguous';
  if (refusesWhatIsWritten.has(code) || followsTheTable) return [{ command, possible: true }];
  return [{ command, possible: false, code, ...(facts === undefined ? {} : { facts }) }];
}
