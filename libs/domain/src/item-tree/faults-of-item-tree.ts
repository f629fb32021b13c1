import { Faults, type DocumentFault } from '../document/document-fault.js';

/** Every fault for which a subject tree (R1.2) could not be put in force. A parent stands before its children, so there is no circle. */
export function faultsOfItemTree(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const tree = faults.object('', body);
  faults.strangers('', tree, ['code', 'effectiveFrom', 'items']);
  faults.code('/code', tree['code']);
  faults.instant('/effectiveFrom', tree['effectiveFrom']);
  const seen = new Set<unknown>();
  for (const [place, item] of faults.items('/items', tree['items'], 5_000)) {
    const at = `/items/${place}`;
    const { code: name, zh, en, parent } = faults.object(at, item);
    faults.strangers(at, item, ['code', 'zh', 'en', 'parent']);
    faults.code(`${at}/code`, name);
    if (seen.has(name)) faults.add(`${at}/code`, 'stands twice', 'duplicate');
    faults.text(`${at}/zh`, zh, 200);
    faults.text(`${at}/en`, en, 200);
    if (parent !== undefined && !seen.has(parent))
      faults.add(`${at}/parent`, 'must be the code of an item before it', 'unknown-parent');
    seen.add(name);
  }
  return faults.found;
}
