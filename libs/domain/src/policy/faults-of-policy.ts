import { documentCode, Faults, pointerToken, said, type DocumentFault } from '../document/document-fault.js';
import { holdReasons, kinds, levels, ticketChannels } from '../ticket/ticket-words.js';
import { checkEscalationOrder, checkFractions } from './policy-cycles.js';
import {
  clockFacts,
  clockNames,
  clocksOfUrgency,
  clocksThatHold,
  escalationEnds,
  escalationTargets,
  type ClockName,
  type EscalationEnd,
} from './policy.js';

const members = ['code', 'effectiveFrom', 'clocks', 'extensions', 'limits', 'repliesBy', 'checkResults'];
const ruleMembers = ['clock', 'when', 'within', 'calendar', 'warnAt', 'holds', 'escalate'];
const counts = ['replyAttempts', 'surveyAttempts', 'returnCallAttempts', 'reworks', 'returns', 'dissatisfied'];

type Members = Readonly<Record<string, unknown>>;

/** Every fault for which a policy could not be put in force. Calendars are looked up by who knows them. */
export function faultsOfPolicy(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const policy: Members = Object.fromEntries(faults.members('', body));
  faults.strangers('', policy, members);
  faults.code('/code', policy['code']);
  faults.instant('/effectiveFrom', policy['effectiveFrom']);
  const rules = faults.items('/clocks', policy['clocks'], 500);
  for (const [place, rule] of rules)
    checkRule(`/clocks/${place}`, Object.fromEntries(faults.members(`/clocks/${place}`, rule)), faults);
  const everyRule = rules.map(([, rule]) => (rule ?? {}) as Members);
  checkAmbiguity(everyRule, faults);
  checkFractions(everyRule, faults);
  checkExtensions(policy['extensions'], faults);
  checkLimits(policy['limits'], faults);
  if (!['call-centre', 'department'].includes(policy['repliesBy'] as string))
    faults.add('/repliesBy', 'must be call-centre or department', 'unknown-word');
  if (typeof policy['checkResults'] !== 'boolean') faults.add('/checkResults', 'must be true or false', 'wrong-type');
  return faults.found;
}

function checkRule(pointer: string, rule: Members, faults: Faults): void {
  faults.strangers(pointer, rule, ruleMembers);
  if (!clockNames.includes(rule['clock'] as ClockName))
    faults.add(`${pointer}/clock`, `must be one of ${clockNames.join(', ')}`, 'unknown-clock');
  for (const [fact, value] of faults.members(`${pointer}/when`, rule['when'] ?? {}))
    checkCondition(`${pointer}/when/${pointerToken(fact)}`, fact, value, faults);
  checkWithin(`${pointer}/within`, rule['within'], faults);
  if (typeof rule['calendar'] !== 'string' || !documentCode.test(rule['calendar']))
    faults.add(`${pointer}/calendar`, 'must be the code of a calendar, or elapsed', 'invalid-code');
  else if (clocksOfUrgency.includes(rule['clock'] as ClockName) && rule['calendar'] !== 'elapsed')
    faults.add(`${pointer}/calendar`, 'must be elapsed: an urgent episode runs day and night', 'not-elapsed');
  for (const [place, share] of faults.items(`${pointer}/warnAt`, rule['warnAt'] ?? [], 10))
    if (typeof share !== 'number' || share <= 0 || share >= 1)
      faults.add(`${pointer}/warnAt/${place}`, 'must lie between 0 and 1', 'out-of-range');
  for (const [place, reason] of faults.items(`${pointer}/holds`, rule['holds'] ?? [], 10))
    if (!holdReasons.includes(reason as (typeof holdReasons)[number]))
      faults.add(`${pointer}/holds/${place}`, `must be one of ${holdReasons.join(', ')}`, 'unknown-word');
    else if (!clocksThatHold.includes(rule['clock'] as ClockName))
      faults.add(`${pointer}/holds/${place}`, 'this clock takes no holds', 'clock-takes-no-holds');
  const steps = faults.items(`${pointer}/escalate`, rule['escalate'] ?? [], 20);
  for (const [place, step] of steps)
    checkEscalation(
      `${pointer}/escalate/${place}`,
      Object.fromEntries(faults.members(`${pointer}/escalate/${place}`, step)),
      faults,
    );
  checkEscalationOrder(
    `${pointer}/escalate`,
    steps.map(([, step]) => (step ?? {}) as Members),
    faults,
  );
}

const words: Readonly<Record<string, readonly string[]>> = { kind: kinds, level: levels, channel: ticketChannels };

function checkCondition(pointer: string, fact: string, value: unknown, faults: Faults): void {
  if (!clockFacts.includes(fact as (typeof clockFacts)[number]))
    faults.add(pointer, `must be one of ${clockFacts.join(', ')}`, 'unknown-member');
  else if (typeof value !== 'string' || !documentCode.test(value)) faults.add(pointer, 'must be a code', 'invalid-code');
  else if (words[fact]?.includes(value) === false)
    faults.add(pointer, `must be one of ${words[fact].join(', ')}`, 'unknown-word');
}

function checkWithin(pointer: string, within: unknown, faults: Faults): void {
  if (typeof within === 'string') {
    if (!isLimit(within)) faults.add(pointer, 'must be PT… or P…D, above zero', 'invalid-duration');
    return;
  }
  const { of, fraction } = (within ?? {}) as Members;
  if (!clockNames.includes(of as ClockName)) faults.add(`${pointer}/of`, 'must be a clock', 'unknown-clock');
  if (typeof fraction !== 'number' || !(fraction > 0) || fraction > 1)
    faults.add(`${pointer}/fraction`, 'must lie above 0 and not above 1', 'out-of-range');
}

function checkEscalation(pointer: string, step: Members, faults: Faults): void {
  faults.strangers(pointer, step, ['after', 'to', 'every', 'until']);
  if (!isDuration(step['after'])) faults.add(`${pointer}/after`, 'must be PT… or P…D', 'invalid-duration');
  if (!escalationTargets.includes(step['to'] as (typeof escalationTargets)[number]))
    faults.add(`${pointer}/to`, `must be one of ${escalationTargets.join(', ')}`, 'unknown-word');
  if (step['every'] !== undefined && !isLimit(step['every']))
    faults.add(`${pointer}/every`, 'must be PT… or P…D, above zero', 'invalid-duration');
  if (step['until'] !== undefined && !escalationEnds.includes(step['until'] as EscalationEnd))
    faults.add(`${pointer}/until`, `must be one of ${escalationEnds.join(', ')}`, 'unknown-word');
}

/** Two rules of a clock that can both match, with as many conditions each, leave open which is meant: each is named. */
function checkAmbiguity(rules: readonly Members[], faults: Faults): void {
  const known = rules.map((rule, place) => ({ place, clock: rule['clock'], when: conditionsOf(rule) }));
  for (const same of Map.groupBy(known, ({ clock, when }) => `${said(clock)} ${when.size}`).values())
    for (const [at, one] of same.entries())
      for (const other of same.slice(0, at)) {
        if (![...one.when].every(([fact, value]) => !other.when.has(fact) || other.when.get(fact) === value)) continue;
        for (const [rule, against] of [
          [one, other],
          [other, one],
        ] as const)
          faults.add(
            `/clocks/${rule.place}/when`,
            `can match together with rule ${against.place}, which is as specific`,
            'equal-specificity',
          );
      }
}

function conditionsOf({ when }: Members): ReadonlyMap<string, unknown> {
  return new Map(typeof when === 'object' && when !== null ? Object.entries(when) : []);
}

function checkExtensions(extensions: unknown, faults: Faults): void {
  const { count, most } = Object.fromEntries(faults.members('/extensions', extensions)) as Members;
  if (!isCount(count)) faults.add('/extensions/count', 'must be a whole number up to 1000', 'out-of-range');
  if (!isDuration(most)) faults.add('/extensions/most', 'must be PT… or P…D', 'invalid-duration');
}

function checkLimits(limits: unknown, faults: Faults): void {
  const given = Object.fromEntries(faults.members('/limits', limits)) as Members;
  faults.strangers('/limits', given, [...counts, 'callerSilence', 'similar']);
  for (const name of counts)
    if (given[name] !== undefined && !isCount(given[name]))
      faults.add(`/limits/${name}`, 'must be a whole number up to 1000', 'out-of-range');
  if (given['callerSilence'] !== undefined && !isLimit(given['callerSilence']))
    faults.add('/limits/callerSilence', 'must be PT… or P…D, above zero', 'invalid-duration');
  if (given['similar'] === undefined) return;
  const { count, within } = Object.fromEntries(faults.members('/limits/similar', given['similar'])) as Members;
  if (!isCount(count)) faults.add('/limits/similar/count', 'must be a whole number up to 1000', 'out-of-range');
  if (!isLimit(within)) faults.add('/limits/similar/within', 'must be PT… or P…D, above zero', 'invalid-duration');
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000;
}

function isDuration(value: unknown): boolean {
  if (typeof value !== 'string' || !/^P(\d{1,4}D|T(?=\d)(\d{1,5}H)?(\d{1,6}M)?(\d{1,7}S)?)$/.test(value)) return false;
  return Temporal.Duration.from(value).sign >= 0;
}

function isLimit(value: unknown): boolean {
  return isDuration(value) && Temporal.Duration.from(value as string).sign > 0;
}
