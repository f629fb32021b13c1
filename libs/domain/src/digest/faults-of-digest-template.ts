import { Faults, type DocumentFault } from '../document/document-fault.js';
import { checkText } from '../template/faults-of-template.js';
import { templateLanguages } from '../template/message-template.js';
import { digestScopes, digestSectionNames, sectionOf, type DigestSectionName } from './digest-sections.js';
import { digestVariables } from './digest-template.js';

type Members = Readonly<Record<string, unknown>>;

/** Lines, tickets, repeats and sections at most: a digest is read by a person. */
export const mostOfDigest = { rows: 50, tickets: 50, repeats: 1_000, sections: 20 } as const;

/** Every fault for which a digest's template could not be put in force. */
export function faultsOfDigestTemplate(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const template = faults.object('', body);
  faults.strangers('', template, ['code', 'effectiveFrom', 'scope', 'title', 'intro', 'sections']);
  faults.code('/code', template['code']);
  faults.instant('/effectiveFrom', template['effectiveFrom']);
  const { scope, title, intro } = template;
  if (!(digestScopes as readonly unknown[]).includes(scope))
    faults.add('/scope', `must be one of ${digestScopes.join(', ')}`, 'unknown-word');
  checkTexts('/title', title, 120, faults);
  if (intro !== undefined) checkTexts('/intro', intro, 2_000, faults);
  const seen = new Set<unknown>();
  const sections = faults.items('/sections', template['sections'], mostOfDigest.sections);
  if (Array.isArray(template['sections']) && sections.length === 0)
    faults.add('/sections', 'must have at least one', 'empty-list');
  for (const [place, given] of sections) {
    const at = `/sections/${place}`;
    const chosen = faults.object(at, given);
    checkSection(at, chosen, scope, faults);
    if (seen.has(chosen['section'])) faults.add(`${at}/section`, 'stands twice', 'duplicate');
    seen.add(chosen['section']);
  }
  return faults.found;
}

function checkSection(at: string, chosen: Members, scope: unknown, faults: Faults): void {
  faults.strangers(at, chosen, ['section', 'title', 'intro', 'rows', 'tickets', 'atLeast']);
  const { section, title, intro, rows, tickets, atLeast } = chosen;
  if (title !== undefined) checkTexts(`${at}/title`, title, 120, faults);
  if (intro !== undefined) checkTexts(`${at}/intro`, intro, 2_000, faults);
  checkCount(`${at}/rows`, rows, [1, mostOfDigest.rows], faults);
  checkCount(`${at}/tickets`, tickets, [0, mostOfDigest.tickets], faults);
  checkCount(`${at}/atLeast`, atLeast, [2, mostOfDigest.repeats], faults);
  if (!(digestSectionNames as readonly unknown[]).includes(section))
    return faults.add(`${at}/section`, `must be one of ${digestSectionNames.join(', ')}`, 'unknown-word');
  const { lists, ofCentre } = sectionOf(section as DigestSectionName);
  if (ofCentre && scope === 'department')
    faults.add(`${at}/section`, 'compares departments, and this is about one', 'not-in-this-scope');
  if (tickets !== undefined && !lists)
    faults.add(`${at}/tickets`, 'is of a section that names no tickets', 'not-of-this-section');
  if (atLeast !== undefined && section !== 'repeated-faults')
    faults.add(`${at}/atLeast`, 'is of repeated faults alone', 'not-of-this-section');
}

function checkTexts(at: string, given: unknown, most: number, faults: Faults): void {
  const before = faults.found.length;
  const texts = faults.object(at, given);
  faults.strangers(at, texts, templateLanguages);
  if (Object.keys(texts).length === 0 && faults.found.length === before)
    faults.add(at, 'must have a text in zh or en', 'empty-list');
  for (const language of templateLanguages)
    if (texts[language] !== undefined)
      checkText(`${at}/${language}`, texts[language], { most, variables: digestVariables }, faults);
}

function checkCount(at: string, count: unknown, [least, most]: readonly [number, number], faults: Faults): void {
  if (count === undefined) return;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < least || count > most)
    faults.add(at, `must be a whole number from ${least} to ${most}`, 'out-of-range');
}
