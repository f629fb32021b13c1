import { documentCode, Faults, pointerToken, type DocumentFault } from '../document/document-fault.js';
import { kinds, levels } from '../ticket/ticket-words.js';
import { routingFacts } from './routing-table.js';

/**
 * Every fault for which a routing table could not be put in force. Two rules of equal weight that can both match are none:
 * what the table leaves open goes to a person with both as candidates (R2.1); two with the very same conditions are a slip.
 */
export function faultsOfRoutingTable(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const table = faults.object('', body);
  faults.strangers('', table, ['code', 'effectiveFrom', 'rules', 'fallback']);
  faults.code('/code', table['code']);
  faults.instant('/effectiveFrom', table['effectiveFrom']);
  const seen = new Map<string, number>();
  for (const [place, rule] of faults.items('/rules', table['rules'], 5_000)) {
    const at = `/rules/${place}`;
    const { when, lead, coHandling } = faults.object(at, rule);
    faults.strangers(at, rule, ['when', 'lead', 'coHandling']);
    checkConditions(`${at}/when`, when, faults);
    checkDepartment(`${at}/lead`, lead, faults);
    checkCoHandling(`${at}/coHandling`, lead, coHandling, faults);
    const same = JSON.stringify(Object.entries(when ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const other = seen.get(same);
    if (other !== undefined) faults.add(`${at}/when`, `says the same as rule ${other}`, 'same-conditions');
    else seen.set(same, place);
  }
  if (table['fallback'] === undefined) faults.add('/fallback', 'must be there: what no rule fits goes to it', 'no-fallback');
  else checkDepartment('/fallback', table['fallback'], faults);
  return faults.found;
}

const words: Readonly<Record<string, readonly string[]>> = { kind: kinds, level: levels };

function checkConditions(pointer: string, when: unknown, faults: Faults): void {
  for (const [fact, value] of faults.members(pointer, when)) {
    const at = `${pointer}/${pointerToken(fact)}`;
    if (!routingFacts.includes(fact as (typeof routingFacts)[number]))
      faults.add(at, `must be one of ${routingFacts.join(', ')}`, 'unknown-member');
    else if (typeof value !== 'string' || !documentCode.test(value)) faults.add(at, 'must be a code', 'invalid-code');
    else if (words[fact]?.includes(value) === false) faults.add(at, `must be one of ${words[fact].join(', ')}`, 'unknown-word');
  }
}

function checkDepartment(pointer: string, department: unknown, faults: Faults): void {
  if (typeof department !== 'string' || !documentCode.test(department))
    faults.add(pointer, 'must be the code of a department', 'invalid-code');
}

function checkCoHandling(pointer: string, lead: unknown, coHandling: unknown, faults: Faults): void {
  const seen = new Set<unknown>();
  for (const [place, one] of faults.items(pointer, coHandling, 20)) {
    checkDepartment(`${pointer}/${place}`, one, faults);
    if (one === lead) faults.add(`${pointer}/${place}`, 'is the lead too', 'lead-is-co-handling-too');
    if (seen.has(one)) faults.add(`${pointer}/${place}`, 'stands twice', 'duplicate');
    seen.add(one);
  }
}
