import type { FactRow, FactStore, Position } from '@ledgerline/kernel';

/** Facts of so many times the tickets that a store has: what a comparison reads of each, its row and its book, under other numbers. */
export async function repeatTickets(facts: FactStore, times: number): Promise<void> {
  const [tickets, books] = [await rowsOf(facts, 'tickets'), await rowsOf(facts, 'books')];
  const position = (await facts.position()) as Position;
  for (let time = 1; time < times; time += 1) {
    const shifted = ([ticket, ...rest]: FactRow): FactRow => [(ticket as number) + time * tickets.length, ...rest];
    const renamed = tickets.map((row) => shifted(row).with(1, `${String(row[1])}-${time}`));
    await facts.write({ position, added: new Map([['tickets', renamed], ['books', books.map(shifted)]]), replaced: {} }); // prettier-ignore
  }
}

async function rowsOf(facts: FactStore, table: string): Promise<readonly FactRow[]> {
  const rows: FactRow[] = [];
  for await (const some of facts.askInPortions(`SELECT * FROM ${table}`)) rows.push(...some);
  return rows;
}
