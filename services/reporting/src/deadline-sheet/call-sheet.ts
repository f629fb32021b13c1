import { nextDeadlines, type CallOutcome, type ClockBook, type MissedCall, type Rulebook } from '@ledgerline/domain';
import { instantText } from '@ledgerline/kernel';
import { clockOnSheet, type SheetClock } from './ticket-sheet.js';

/** A call that nobody answered, for as long as somebody has to call back. */
export interface CallSheet {
  readonly id: string;
  /** Of the event that the book ends with. */
  readonly version: number;
  readonly call: CallOutcome;
  readonly book: ClockBook;
  readonly site: string;
  /** When the call came. */
  readonly since: string;
  readonly clocks: readonly SheetClock[];
  /** When time alone next brings something about; none of an import. */
  readonly wakes?: string;
}

/** @returns undefined where no clock runs: it was called back, or tried often enough, or the policy has no rule */
export function sheetOfCall(
  { book, outcome }: MissedCall,
  rulebook: Rulebook,
  { id, version, asOf }: { readonly id: string; readonly version: number; readonly asOf: number },
): CallSheet | undefined {
  const { clocks, next } = nextDeadlines(book, rulebook, asOf);
  const [run] = book.runs;
  if (run === undefined || clocks.length === 0) return undefined;
  return {
    id,
    version,
    call: outcome,
    book,
    site: book.facts[0]?.facts.site ?? '',
    since: instantText(run.startedAt),
    clocks: clocks.map((clock) => clockOnSheet(clock)),
    ...(next === undefined ? {} : { wakes: instantText(next) }),
  };
}
