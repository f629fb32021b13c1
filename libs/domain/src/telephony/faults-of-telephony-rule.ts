import { Faults, type DocumentFault } from '../document/document-fault.js';

const members = [
  'code', 'effectiveFrom', 'queues', 'breaks', 'serviceLevel', 'shortAbandon', 'lateAfter', 'firstContact',
]; // prettier-ignore
const callable = /^\+?[0-9*# ()-]{1,40}$/;

/** Every fault for which a telephone rule could not be put in force. */
export function faultsOfTelephonyRule(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const rule = faults.object('', body);
  faults.strangers('', rule, members);
  faults.code('/code', rule['code']);
  faults.instant('/effectiveFrom', rule['effectiveFrom']);
  checkQueues(rule['queues'], faults);
  faults.named('/breaks', rule['breaks'], ['code', 'zh', 'en']);
  const level = faults.object('/serviceLevel', rule['serviceLevel']);
  faults.strangers('/serviceLevel', level, ['within', 'target']);
  faults.whole('/serviceLevel/within', level['within'], [1, 3_600]);
  const { target } = level;
  if (typeof target !== 'number' || !(target > 0 && target <= 1))
    faults.add('/serviceLevel/target', 'must be above 0, and 1 at most', 'out-of-range');
  faults.whole('/shortAbandon', rule['shortAbandon'], [0, 120]);
  faults.whole('/lateAfter', rule['lateAfter'], [1, 86_400]);
  const contact = faults.object('/firstContact', rule['firstContact']);
  faults.strangers('/firstContact', contact, ['days']);
  faults.whole('/firstContact/days', contact['days'], [1, 90]);
  return faults.found;
}

function checkQueues(given: unknown, faults: Faults): void {
  const queues = faults.named('/queues', given, ['code', 'zh', 'en', 'numbers', 'priority', 'site']);
  if (Array.isArray(given) && queues.length === 0) faults.add('/queues', 'must have at least one', 'empty-list');
  const called = new Set<unknown>();
  for (const [nth, queue] of queues.entries()) {
    const at = `/queues/${nth}`;
    faults.whole(`${at}/priority`, queue['priority'], [1, 9]);
    if (queue['site'] !== undefined) faults.code(`${at}/site`, queue['site']);
    for (const [place, number] of faults.items(`${at}/numbers`, queue['numbers'], 50)) {
      if (typeof number !== 'string' || !callable.test(number))
        faults.add(`${at}/numbers/${place}`, 'must be a number that can be called', 'invalid-number');
      if (called.has(number)) faults.add(`${at}/numbers/${place}`, 'stands twice', 'duplicate');
      called.add(number);
    }
  }
}
