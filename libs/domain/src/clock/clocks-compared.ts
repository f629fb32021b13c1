import type { RecordedEvent } from '@ledgerline/kernel';
import type { DocumentType, DocumentVersion, GovernedDocument } from '../document/governed-document.js';
import type { ClockName } from '../policy/policy.js';
import { judgeRun } from './judge-run.js';
import { clockBook } from './keep-clock-book.js';
import type { Rulebook } from './rulebook.js';
import type { ClockState, TicketClock, Verdict } from './ticket-clock.js';

/** A running clock that another version of a document would treat differently. */
export interface ComparedClock {
  readonly clock: ClockName;
  readonly instance: string;
  readonly department?: string;
  readonly startedAt: string;
  /** null: no rule starts it. */
  readonly now: ClockSummary | null;
  readonly then: ClockSummary | null;
}

export interface ClockSummary {
  readonly due: string | null;
  readonly dueLocal?: string;
  readonly state: ClockState;
  readonly verdict: Verdict | null;
}

/** The clocks that still run and that two rulebooks judge differently at an instant. */
export function clocksCompared(
  events: readonly RecordedEvent[],
  [now, then]: readonly [Rulebook, Rulebook],
  asOf: number,
): readonly ComparedClock[] {
  const book = clockBook(events);
  return book.runs.flatMap((run): readonly ComparedClock[] => {
    if (run.end !== undefined || run.startedAt > asOf) return [];
    const [one, other] = [now, then].map((rulebook) => summary(judgeRun(run, asOf, { book, rulebook }))) as [
      ClockSummary | null,
      ClockSummary | null,
    ];
    if (one?.due === other?.due && one?.state === other?.state) return [];
    const { clock, instance, department } = run;
    const startedAt = Temporal.Instant.fromEpochMilliseconds(run.startedAt).toString({ fractionalSecondDigits: 3 });
    return [{ clock, instance, ...(department === undefined ? {} : { department }), startedAt, now: one, then: other }];
  });
}

function summary(clock: TicketClock | undefined): ClockSummary | null {
  if (clock === undefined) return null;
  const { due, dueLocal, state, verdict } = clock;
  return { due, ...(dueLocal === undefined ? {} : { dueLocal }), state, verdict };
}

const always = '1970-01-01T00:00:00Z';

/** A document of one version that has always been in force: by it a version is tried before it is approved. */
export function asIfAlwaysInForce(
  type: DocumentType,
  code: string,
  { draft, body, draftedBy }: DocumentVersion,
): GovernedDocument {
  return { type, code, versions: [{ draft, body, draftedBy, status: 'approved', effectiveFrom: always, approvedAt: always }] };
}
