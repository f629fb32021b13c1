import { Faults, type DocumentFault } from '../document/document-fault.js';

/** One of the centre's own rules (R6.5, R12), by paragraphs that commitments and decisions can cite. */
export interface CentreRule {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly title: string;
  readonly paragraphs: readonly { readonly number: string; readonly text: string }[];
}

/** Every fault for which a rule could not be put in force. */
export function faultsOfRule(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const rule = faults.object('', body);
  faults.strangers('', rule, ['code', 'effectiveFrom', 'title', 'paragraphs']);
  faults.code('/code', rule['code']);
  faults.instant('/effectiveFrom', rule['effectiveFrom']);
  faults.text('/title', rule['title'], 200);
  const seen = new Set<unknown>();
  const paragraphs = faults.items('/paragraphs', rule['paragraphs'], 1_000);
  for (const [place, paragraph] of paragraphs) {
    const at = `/paragraphs/${place}`;
    const { number, text } = faults.object(at, paragraph);
    faults.strangers(at, paragraph, ['number', 'text']);
    faults.text(`${at}/number`, number, 40);
    faults.text(`${at}/text`, text, 20_000);
    if (seen.has(number)) faults.add(`${at}/number`, 'stands twice', 'duplicate');
    seen.add(number);
  }
  if (Array.isArray(rule['paragraphs']) && paragraphs.length === 0)
    faults.add('/paragraphs', 'must have at least one', 'empty-list');
  return faults.found;
}
