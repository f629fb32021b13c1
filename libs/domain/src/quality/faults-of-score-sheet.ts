import { parseDuration } from '../calendar/work-duration.js';
import { Faults, type DocumentFault } from '../document/document-fault.js';
import { fatalEffects } from './score-sheet.js';

type Members = Readonly<Record<string, unknown>>;

/** Groups, criteria of a group, fatal errors, points of a criterion: a sheet is filled in by a person. */
export const mostOfSheet = { groups: 20, criteria: 30, fatal: 30, points: 100 } as const;

/** Every fault for which a score sheet could not be put in force. */
export function faultsOfScoreSheet(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const sheet = faults.object('', body);
  faults.strangers('', sheet, ['code', 'effectiveFrom', 'title', 'groups', 'fatal', 'passes', 'appeal']);
  faults.code('/code', sheet['code']);
  faults.instant('/effectiveFrom', sheet['effectiveFrom']);
  faults.text('/title', sheet['title'], 200);
  const seen = new Set<unknown>();
  const groups = faults.items('/groups', sheet['groups'], mostOfSheet.groups);
  if (Array.isArray(sheet['groups']) && groups.length === 0) faults.add('/groups', 'must have at least one', 'empty-list');
  const full = groups.reduce((sum, [place, group]) => sum + pointsOfGroup(`/groups/${place}`, group, { seen, faults }), 0);
  for (const [place, error] of faults.items('/fatal', sheet['fatal'], mostOfSheet.fatal))
    checkFatal(`/fatal/${place}`, faults.object(`/fatal/${place}`, error), { seen, faults });
  checkCount('/passes', sheet['passes'], [0, Math.max(full, 0)], faults);
  checkAppeal(faults.object('/appeal', sheet['appeal']), faults);
  return faults.found;
}

interface Checking {
  /** Codes of criteria and fatal errors: one mark is one code. */
  readonly seen: Set<unknown>;
  readonly faults: Faults;
}

function pointsOfGroup(at: string, given: unknown, { seen, faults }: Checking): number {
  const group = faults.object(at, given);
  faults.strangers(at, group, ['code', 'name', 'criteria']);
  named(at, group, { seen: new Set(), faults });
  const criteria = faults.items(`${at}/criteria`, group['criteria'], mostOfSheet.criteria);
  if (Array.isArray(group['criteria']) && criteria.length === 0)
    faults.add(`${at}/criteria`, 'must have at least one', 'empty-list');
  let sum = 0;
  for (const [place, one] of criteria) {
    const pointer = `${at}/criteria/${place}`;
    const criterion = faults.object(pointer, one);
    faults.strangers(pointer, criterion, ['code', 'name', 'points']);
    named(pointer, criterion, { seen, faults });
    checkCount(`${pointer}/points`, criterion['points'], [1, mostOfSheet.points], faults);
    sum += Number(criterion['points']) || 0;
  }
  return sum;
}

function checkFatal(at: string, error: Members, checking: Checking): void {
  const { faults } = checking;
  faults.strangers(at, error, ['code', 'name', 'effect']);
  named(at, error, checking);
  if (!(fatalEffects as readonly unknown[]).includes(error['effect']))
    faults.add(`${at}/effect`, `must be one of ${fatalEffects.join(', ')}`, 'unknown-word');
}

function named(at: string, { code, name }: Members, { seen, faults }: Checking): void {
  faults.code(`${at}/code`, code);
  faults.text(`${at}/name`, name, 200);
  if (seen.has(code)) faults.add(`${at}/code`, 'stands twice', 'duplicate');
  seen.add(code);
}

function checkAppeal(appeal: Members, faults: Faults): void {
  faults.strangers('/appeal', appeal, ['within', 'calendar']);
  const { within, calendar } = appeal;
  const limit = typeof within === 'string' ? parseDuration(within) : undefined;
  if (limit === undefined || (limit.kind === 'time' ? limit.milliseconds : limit.days) === 0)
    faults.add('/appeal/within', 'must be PT… or P…D, above zero', 'invalid-duration');
  faults.code('/appeal/calendar', calendar);
}

export function checkCount(at: string, count: unknown, [least, most]: readonly [number, number], faults: Faults): void {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < least || count > most)
    faults.add(at, `must be a whole number from ${least} to ${most}`, 'out-of-range');
}
