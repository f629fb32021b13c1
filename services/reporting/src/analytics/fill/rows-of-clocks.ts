import { clockFact, timeByHolder, type ClockFact, type Rulebook } from '@ledgerline/domain';
import type { FactRow } from '@ledgerline/kernel';
import type { FactRows } from './fact-rows.js';
import { settledPlaces, type KnownTicket } from './known-ticket.js';
import type { WordList } from './word-list.js';

/** Every clock of a ticket once: settled ones when they settle, for good, the others as they stand at its last event. */
export function addClocks(
  known: KnownTicket,
  rulebook: Rulebook,
  { rows, words }: { readonly rows: FactRows; readonly words: WordList },
): void {
  const judging = { book: known.book, rulebook };
  const settled = new Set(settledPlaces(known));
  for (const [place, run] of known.book.runs.entries()) {
    if (known.settled[place] !== undefined) continue;
    const fact = clockFact(run, known.lastAt, judging);
    const kind = settled.has(place) ? 'ended' : 'open';
    if (fact !== undefined) rows.add(`${kind}_clocks`, clockRow(known, place, fact, words));
    if (run.clock === 'resolve') addHolders(known, place, { kind, rulebook, rows, words });
    if (kind === 'ended') known.settled[place] = fact?.outcome ?? 'no-rule';
  }
}

function clockRow({ ticket }: KnownTicket, place: number, fact: ClockFact, words: WordList): FactRow {
  const { run, outcome, due, endedAt, spent, late, chargedTo, policy } = fact;
  const { clock, department, part, assignment, startedAt } = run;
  return [
    ticket, place, words.numberOf(clock), words.orNull(department), words.orNull(part), assignment ?? null, startedAt, endedAt ?? null,
    due ?? null, words.numberOf(outcome), spent.workingSeconds, spent.elapsedSeconds, late?.workingSeconds ?? null,
    late?.elapsedSeconds ?? null, words.orNull(chargedTo), words.numberOf(policy.code), policy.version,
  ]; // prettier-ignore
}

interface HolderParts {
  readonly kind: 'ended' | 'open';
  readonly rulebook: Rulebook;
  readonly rows: FactRows;
  readonly words: WordList;
}

function addHolders({ ticket, book, lastAt }: KnownTicket, place: number, { kind, rulebook, rows, words }: HolderParts): void {
  const run = book.runs[place];
  const time = run && timeByHolder(run, lastAt, { book, rulebook });
  if (run === undefined || time === undefined) return;
  for (const { holder, workingSeconds, elapsedSeconds } of time.parts) {
    const department = 'department' in holder ? holder.department : undefined;
    const of = [ticket, place, run.startedAt, run.end?.at ?? null];
    rows.add(`${kind}_holders`, [...of, words.numberOf(holder.who), words.orNull(department), workingSeconds, elapsedSeconds]);
  }
}
