import { periodKinds } from '../digest/digest-period.js';
import { Faults, type DocumentFault } from '../document/document-fault.js';
import { kinds, levels, ticketChannels } from '../ticket/ticket-words.js';
import { checkCount } from './faults-of-score-sheet.js';
import { mostOfAgent, workKinds } from './sampling-rule.js';

type Members = Readonly<Record<string, unknown>>;

const conditions: Readonly<Record<string, readonly string[]>> = { channel: ticketChannels, kind: kinds, level: levels };

/** Every fault for which a sampling rule could not be put in force. */
export function faultsOfSamplingRule(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const rule = faults.object('', body);
  faults.strangers('', rule, ['code', 'effectiveFrom', 'title', 'sheet', 'period', 'strata']);
  for (const name of ['code', 'sheet']) faults.code(`/${name}`, rule[name]);
  faults.instant('/effectiveFrom', rule['effectiveFrom']);
  faults.text('/title', rule['title'], 200);
  oneOf('/period', rule['period'], periodKinds, faults);
  const strata = faults.items('/strata', rule['strata'], 50);
  if (Array.isArray(rule['strata']) && strata.length === 0) faults.add('/strata', 'must have at least one', 'empty-list');
  for (const [place, stratum] of strata) checkStratum(`/strata/${place}`, faults.object(`/strata/${place}`, stratum), faults);
  return faults.found;
}

function checkStratum(at: string, stratum: Members, faults: Faults): void {
  faults.strangers(at, stratum, ['work', 'when', 'take']);
  oneOf(`${at}/work`, stratum['work'], workKinds, faults);
  for (const [name, value] of faults.members(`${at}/when`, stratum['when'] ?? {})) {
    const words = conditions[name];
    if (words === undefined) faults.add(`${at}/when/${name.slice(0, 100)}`, 'is not known', 'unknown-member');
    else oneOf(`${at}/when/${name}`, value, words, faults);
  }
  checkTake(`${at}/take`, faults.object(`${at}/take`, stratum['take']), faults);
}

function checkTake(at: string, take: Members, faults: Faults): void {
  faults.strangers(at, take, ['count', 'share']);
  const { count, share } = take;
  if ((count === undefined) === (share === undefined))
    return faults.add(at, 'must have either a count or a share', 'count-or-share');
  if (count !== undefined) return checkCount(`${at}/count`, count, [1, mostOfAgent], faults);
  if (typeof share !== 'number' || !(share > 0 && share <= 1))
    faults.add(`${at}/share`, 'must be above 0, and 1 at most', 'out-of-range');
}

function oneOf(at: string, value: unknown, words: readonly string[], faults: Faults): void {
  if (!(words as readonly unknown[]).includes(value)) faults.add(at, `must be one of ${words.join(', ')}`, 'unknown-word');
}
