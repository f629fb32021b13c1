import type { FactRow, FactStore, Position } from '@ledgerline/kernel';
import { addTicket } from './sample-fact-rows.js';

/** Tickets of one batch, as the filling writes them while it is far behind. */
const batchSize = 8_192;

export interface SampleFacts {
  readonly tickets: number;
  /** Of the log that they are said to be of. */
  readonly position: Position;
  readonly onBatch: (done: number) => void;
}

/**
 * Facts of tickets that nobody had, written straight into the store in the order of time, as filling leaves them: of each ticket
 * twelve clocks (seven in a hundred late), four stretches of holders, twenty steps, five standings, its reviews, reply and survey;
 * those of the last days are open; two in a hundred confidential. Books are left out: no report reads them.
 */
export async function writeSampleFacts(facts: FactStore, { tickets, position, onBatch }: SampleFacts): Promise<void> {
  const words = new Map<string, number>();
  let kept = 0;
  const word = (text: string) => {
    const number = words.get(text) ?? words.size;
    words.set(text, number);
    return number;
  };
  for (let from = 0; from < tickets; from += batchSize) {
    const added = new Map<string, FactRow[]>();
    const add = (table: string, row: FactRow) => {
      const rows = added.get(table);
      if (rows === undefined) added.set(table, [row]);
      else rows.push(row);
    };
    const until = Math.min(tickets, from + batchSize);
    for (let ticket = from; ticket < until; ticket += 1) addTicket(ticket, { tickets, word, add });
    for (const [text, number] of [...words].slice(kept)) add('words', [number, text]);
    kept = words.size;
    await facts.write({ position, added, replaced: {} });
    onBatch(until);
  }
}
