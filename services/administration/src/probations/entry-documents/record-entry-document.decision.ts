import type { RecordEntryDocument } from '@ledgerline/contracts';
import { askedDocuments, type ProbationRule } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { whileOpen, type OnProbation } from '../open-probation.js';

/** R13.4: what was shown and what was kept of it. Originals are seen and given back; what is not asked for is not taken. */
export function recordEntryDocument(rule: ProbationRule): OnProbation<RecordEntryDocument> {
  return whileOpen(({ document: code, kept, count = 1, hospital }, probation) => {
    const asked = askedDocuments(probation, rule).find((one) => one.code === code);
    if (asked === undefined) return rejected('document-not-asked-for', { document: code });
    if (kept === 'original' && asked.keeps === 'copy') return rejected('originals-are-never-kept', { document: code });
    if (asked.hospital && hospital === undefined) return rejected('hospital-required', { document: code });
    const data = {
      person: probation.person,
      document: code,
      kept: kept === 'nothing' ? 0 : count,
      ...(hospital === undefined ? {} : { hospital }),
      ...(asked.purpose === undefined ? {} : { purpose: asked.purpose }),
    };
    return [{ type: 'EntryDocumentSeen', data }];
  });
}
