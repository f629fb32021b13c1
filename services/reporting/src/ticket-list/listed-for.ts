import type { Principal } from '@ledgerline/contracts';
import { awaitedOn, sightOf, veiledTicket, type Awaited } from '@ledgerline/domain';
import { termsOf } from '@ledgerline/kernel';
import { textOfTicket, type ListedTicket } from './ticket-list.projection.js';

type Withheld = 'subject' | 'description' | 'caller' | 'location' | 'aboutPerson' | 'customer' | 'result';

/** A ticket as a list shows it; of a confidential one without what it says. */
export type ListedLine = Omit<ListedTicket, Withheld> &
  Partial<Pick<ListedTicket, Withheld>> & { readonly withheld?: true; readonly awaits?: readonly Awaited[] };

/**
 * A line of a list as the asker may see it; undefined where they may not, or where what they searched for stands only in what
 * they may not see (rule 11).
 */
export function listedFor(
  principal: Principal,
  terms: readonly string[] | undefined,
  ticket: ListedTicket,
): ListedLine | undefined {
  const sight = sightOf(ticket, principal);
  if (typeof sight === 'string') return undefined;
  const shown = veiledTicket(ticket, sight.identity);
  if (terms !== undefined && sight.identity !== 'plain' && !hasAll(termsOf(textOfTicket(shown)), terms)) return undefined;
  return lineOf(shown, ticket.confidential);
}

/** R7.2: looking at a confidential ticket is recorded, and a list records nothing: it names the ticket and says no more. */
export function lineOf(shown: ListedTicket, confidential: boolean): ListedLine {
  const awaits = awaitedOn(shown);
  const line = awaits.length === 0 ? shown : { ...shown, awaits };
  return confidential ? withheld(line) : line;
}

function hasAll(found: readonly string[], terms: readonly string[]): boolean {
  const words = new Set(found);
  return terms.every((term) => words.has(term));
}

function withheld(ticket: ListedTicket): ListedLine {
  const {
    subject: _subject, description: _description, caller: _caller, location: _location, aboutPerson: _aboutPerson, customer: _customer,
    result: _result,
    ...line
  } = ticket; // prettier-ignore
  return { ...line, withheld: true };
}
