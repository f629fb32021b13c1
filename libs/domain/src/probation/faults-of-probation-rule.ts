import { Faults, type DocumentFault } from '../document/document-fault.js';
import { isDate, isTimeZone, isWallTime } from '../duty-rota/faults-of-duty-rota.js';
import { legalWagePercent, overrideWarnings } from './probation-rule.js';

type Members = Readonly<Record<string, unknown>>;

const members = [
  'code', 'effectiveFrom', 'timeZone', 'roster', 'months', 'reminders', 'pay', 'leave', 'posts', 'documents', 'formalities', 'overrides',
]; // prettier-ignore
const mostFen = 1_000_000_000;

/** Every fault for which a probation rule could not be put in force. What the law forbids is one, unless its warning is taken on. */
export function faultsOfProbationRule(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const rule = faults.object('', body);
  faults.strangers('', rule, members);
  for (const name of ['code', 'roster']) faults.code(`/${name}`, rule[name]);
  faults.instant('/effectiveFrom', rule['effectiveFrom']);
  if (!isTimeZone(rule['timeZone'])) faults.add('/timeZone', 'must be an IANA time zone', 'unknown-time-zone');
  faults.whole('/months', rule['months'], [1, 6]);
  checkReminders(rule['reminders'], faults);
  checkPay(rule['pay'], faults);
  checkLeave(rule['leave'], faults);
  const posts = new Set(faults.named('/posts', rule['posts'], ['code', 'zh', 'en']).map(({ code }) => code));
  for (const [at, one] of faults.named('/documents', rule['documents'], ['code', 'zh', 'en', 'keeps', 'count', 'hospital', 'posts', 'sensitive']).entries()) checkDocument(`/documents/${at}`, one, posts, faults); // prettier-ignore
  for (const [at, one] of faults.named('/formalities', rule['formalities'], ['code', 'zh', 'en', 'within', 'whereNeeded']).entries()) {
    faults.whole(`/formalities/${at}/within`, one['within'], [0, 180]);
    isTrue(`/formalities/${at}/whereNeeded`, one['whereNeeded'], faults);
  } // prettier-ignore
  checkOverrides(rule['overrides'], faults);
  return faults.found;
}

function checkReminders(given: unknown, faults: Faults): void {
  const { days, at, ...others } = faults.object('/reminders', given);
  faults.strangers('/reminders', others, []);
  if (!isWallTime(at)) faults.add('/reminders/at', 'must be a time of day, as "09:00"', 'invalid-time');
  const items = faults.items('/reminders/days', days, 10);
  if (Array.isArray(days) && items.length === 0) faults.add('/reminders/days', 'must name at least one', 'empty-list');
  const seen = new Set<unknown>();
  for (const [place, day] of items) {
    faults.whole(`/reminders/days/${place}`, day, [0, 60]);
    if (seen.has(day)) faults.add(`/reminders/days/${place}`, 'stands twice', 'duplicate');
    seen.add(day);
  }
}

function checkPay(given: unknown, faults: Faults): void {
  const pay = faults.object('/pay', given);
  faults.strangers('/pay', pay, ['percent', 'localMinimums', 'festivalBonusPercent', 'shownToManagers']);
  faults.whole('/pay/percent', pay['percent'], [legalWagePercent, 100], 'below-the-legal-floor');
  faults.whole('/pay/festivalBonusPercent', pay['festivalBonusPercent'], [0, 100]);
  if (typeof pay['shownToManagers'] !== 'boolean') faults.add('/pay/shownToManagers', 'must be true or false', 'wrong-type');
  for (const [place, one] of faults.items('/pay/localMinimums', pay['localMinimums'], 100)) {
    const at = `/pay/localMinimums/${place}`;
    const minimum = faults.object(at, one);
    faults.strangers(at, minimum, ['from', 'monthly']);
    if (!isDate(minimum['from'])) faults.add(`${at}/from`, 'must be a date', 'invalid-day');
    faults.whole(`${at}/monthly`, minimum['monthly'], [1, mostFen]);
  }
}

function checkLeave(given: unknown, faults: Faults): void {
  const leave = faults.object('/leave', given);
  const kinds = ['personal', 'sick', 'bereavement', 'marriage'];
  faults.strangers('/leave', leave, kinds);
  for (const kind of kinds) {
    const at = `/leave/${kind}`;
    const terms = faults.object(at, leave[kind]);
    faults.strangers(at, terms, ['most', 'payPercent', 'needsProof']);
    if (terms['most'] !== undefined) faults.whole(`${at}/most`, terms['most'], [0, 180]);
    faults.whole(`${at}/payPercent`, terms['payPercent'], [0, 100]);
    isTrue(`${at}/needsProof`, terms['needsProof'], faults);
  }
}

function checkDocument(at: string, document: Members, posts: ReadonlySet<unknown>, faults: Faults): void {
  const { keeps, count, hospital, sensitive } = document;
  if (keeps !== 'copy' && keeps !== 'original') faults.add(`${at}/keeps`, 'must be copy or original', 'unknown-word');
  if (count !== undefined) faults.whole(`${at}/count`, count, [1, 20]);
  isTrue(`${at}/hospital`, hospital, faults);
  isTrue(`${at}/sensitive`, sensitive, faults);
  if (sensitive === true && document['posts'] === undefined)
    faults.add(`${at}/posts`, 'of which posts a sensitive document is asked has to be said', 'posts-required');
  if (document['posts'] === undefined) return;
  for (const [place, post] of faults.items(`${at}/posts`, document['posts'], 50))
    if (!posts.has(post)) faults.add(`${at}/posts/${place}`, 'is no post of this rule', 'unknown-post');
}

/** On only with its warning, word by word, and what for. */
function checkOverrides(given: unknown, faults: Faults): void {
  const seen = new Set<unknown>();
  for (const [place, one] of faults.items('/overrides', given, 10)) {
    const at = `/overrides/${place}`;
    const { override, warning, purpose, ...others } = faults.object(at, one);
    faults.strangers(at, others, []);
    const wanted = typeof override === 'string' && Object.hasOwn(overrideWarnings, override) ? overrideWarnings[override as keyof typeof overrideWarnings] : undefined; // prettier-ignore
    if (wanted === undefined)
      faults.add(`${at}/override`, `must be one of ${Object.keys(overrideWarnings).join(', ')}`, 'unknown-word');
    else if (warning !== wanted) faults.add(`${at}/warning`, `must be ${wanted}: the law forbids it`, 'warning-not-taken-on');
    faults.text(`${at}/purpose`, purpose, 2_000);
    if (seen.has(override)) faults.add(`${at}/override`, 'stands twice', 'duplicate');
    seen.add(override);
  }
}

/** A list of what has a code and a name in both languages. */
function isTrue(at: string, value: unknown, faults: Faults): void {
  if (value !== undefined && value !== true) faults.add(at, 'is true, or not there', 'wrong-type');
}
