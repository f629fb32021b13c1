import type { DocumentType, GovernedDocument } from '../document/governed-document.js';
import { calendarsNamed, judgingPolicies, rulebookOf, type Rulebook } from './rulebook.js';

/**
 * The rulebook of an installation.
 *
 * @param read gives a governed document as its stream folds; undefined where there is none
 */
export async function readRulebook(read: (type: DocumentType, code: string) => Promise<GovernedDocument>): Promise<Rulebook> {
  const policies = await Promise.all(judgingPolicies.map((code) => read('policy', code)));
  const codes = [...calendarsNamed(policies)];
  const calendars = await Promise.all(codes.map(async (code) => [code, await read('calendar', code)] as const));
  return rulebookOf(policies, new Map(calendars));
}
