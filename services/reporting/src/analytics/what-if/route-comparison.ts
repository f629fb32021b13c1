import type { Principal } from '@ledgerline/contracts';
import { explainRoute, type RoutingFacts, type RoutingTable } from '@ledgerline/domain';
import type { FactStore } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { visibleTo } from '../visible.js';
import type { Period } from './compare-portion.js';

const facts = ['kind', 'item', 'level', 'site', 'district', 'product'] as const;

export interface RouteLine {
  /** Lead and co-handling departments, and whether table or person chose them; undefined parts are left out. */
  readonly was: { readonly lead: string; readonly coHandling: readonly string[]; readonly by: string };
  /** null: it would have gone to a person, who chooses. */
  readonly wouldBe: { readonly lead: string; readonly coHandling: readonly string[] } | null;
  readonly differs: boolean;
  readonly facts: RoutingFacts;
  readonly tickets: number;
}

export interface RouteQuestion extends Period {
  readonly table: RoutingTable;
  readonly principal: Principal;
}

/**
 * Who would have got what: of every ticket its first routing, by the facts that it had then. How long another department would have
 * taken nobody knows, and it is not invented.
 */
export async function compareRoutes(
  { table, principal, from, to }: RouteQuestion,
  store: Pick<FactStore, 'ask'>,
  words: WordList,
): Promise<readonly RouteLine[]> {
  const columns = [...facts, 'about', 'lead', 'co_handling', 'made_by'].map((name) => `f.${name}`).join(', ');
  const rows = await store.ask(
    `SELECT ${columns}, count(*) AS tickets FROM routings f JOIN tickets t ON t.ticket = f.ticket
     WHERE f.version = (SELECT min(o.version) FROM routings o WHERE o.ticket = f.ticket) AND f.happened >= $from AND f.happened < $to
     AND (${visibleTo(principal, words)}) GROUP BY ALL`,
    { from, to },
  );
  const word = (number: unknown) => (typeof number === 'number' ? words.wordOf(number) : undefined);
  const lines = rows.map((row): RouteLine => {
    const told = facts.flatMap((name) => (word(row[name]) === undefined ? [] : [[name, word(row[name])] as const]));
    const of = Object.fromEntries(told) as RoutingFacts;
    const { proposal } = explainRoute(table, of, word(row['about']));
    const coHandling = String(row['co_handling'])
      .split(',')
      .filter((one) => one !== '');
    const was = { lead: word(row['lead']) ?? '', coHandling, by: word(row['made_by']) ?? '' };
    const wouldBe = proposal.kind === 'unambiguous' ? { lead: proposal.lead, coHandling: proposal.coHandling.toSorted() } : null;
    const differs =
      wouldBe === null ? was.by === 'table' : wouldBe.lead !== was.lead || wouldBe.coHandling.join() !== coHandling.join();
    return { was, wouldBe, differs, facts: of, tickets: Number(row['tickets']) };
  });
  return lines.toSorted((a, b) => b.tickets - a.tickets || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
