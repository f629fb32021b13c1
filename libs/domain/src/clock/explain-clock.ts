import { deadlineSentence, hours, type InBothLanguages } from '../calendar/deadline-sentence.js';
import { deadlineSteps, instantOf, localTime } from '../calendar/explain-deadline.js';
import { beyondNamedYears } from '../calendar/named-years.js';
import type { WorkDuration } from '../calendar/work-duration.js';
import { clockTitles } from './clock-titles.js';
import type { ClockRun } from './clock-run.js';
import type { DueMove, RunDue, RunRule } from './run-due.js';
import type { ClockExplanation, ToldMove } from './ticket-clock.js';

/** R6.3: which policy version, calendar, holds and extensions gave a due time, as data and as a sentence. */
export function explainClock(run: ClockRun, due: RunDue): ClockExplanation {
  const { rule, from, limit, base, moves } = due;
  const zone = rule.calendar?.working.calendar.timeZone ?? rule.zone ?? 'UTC';
  const steps = limit === undefined || base === undefined ? [] : deadlineSteps(rule.timekeeper, from, base.due, limit, zone);
  const calendar =
    rule.calendar === undefined ? 'elapsed' : { code: rule.calendar.code, version: rule.calendar.version, timeZone: zone };
  const counted =
    limit === undefined || base === undefined
      ? fixed(run, zone)
      : deadlineSentence(calendar === 'elapsed' ? { elapsedIn: zone } : calendar, limit, steps);
  const title = clockTitles[run.clock];
  const by = ruleInWords(rule);
  const beyond = due.current && rule.calendar && beyondNamedYears(rule.calendar.working.calendar, due.current.due);
  const told = [...moves.map((move) => sentenceOf(move, zone)), ...(beyond === undefined ? [] : [beyond])];
  return {
    policy: { code: rule.code, version: rule.version, rule: rule.place < 0 ? null : rule.place },
    calendar,
    within: rule.place < 0 ? null : rule.rule.within,
    steps,
    moves: moves.map(toldMove),
    zh: [`${title.zh}${by.zh}：${counted.zh}`, ...told.map((one) => one.zh)].join(''),
    en: [`${title.en}${by.en}: ${counted.en}`, ...told.map((one) => one.en)].join(' '),
  };
}

function ruleInWords({ code, version, place }: RunRule): InBothLanguages {
  if (place < 0) return { zh: '', en: '' };
  return {
    zh: `（政策 ${code} 第 ${version} 版第 ${place + 1} 条）`,
    en: ` (policy ${code} version ${version}, rule ${place + 1})`,
  };
}

function fixed({ fixedDue }: ClockRun, zone: string): InBothLanguages {
  if (fixedDue === undefined) return { zh: '日历上没有足够的工作时间。', en: 'the calendar has not so much working time.' };
  const due = wallTime(fixedDue, zone);
  return { zh: `约定日期 ${due}（${zone}）。`, en: `the date named was ${due} (${zone}).` };
}

const reasons: Readonly<Record<Extract<DueMove, { move: 'stop' }>['why'], InBothLanguages>> = {
  'awaiting-caller': { zh: '等待来电人', en: 'Waiting for the caller' },
  'third-party': { zh: '等待第三方', en: 'Waiting for a third party' },
  'force-majeure': { zh: '不可抗力', en: 'Force majeure' },
  review: { zh: '审核', en: 'Review' },
  check: { zh: '审查', en: 'The check' },
};

function sentenceOf(move: DueMove, zone: string): InBothLanguages {
  const due = wallTime(move.due, zone);
  switch (move.move) {
    case 'stop': {
      const by = amount(move.by);
      const [from, to] = [wallTime(move.from, zone), wallTime(move.to, zone)];
      return {
        zh: `${reasons[move.why].zh}（${from} 至 ${to}）后移 ${by.zh}，到期 ${due}。`,
        en: `${reasons[move.why].en} from ${from} to ${to} moved it by ${by.en}: due ${due}.`,
      };
    }
    case 'extension':
      return {
        zh: `${wallTime(move.at, zone)} 同意 ${move.department} 延期，到期 ${due}。`,
        en: `The extension for ${move.department} of ${wallTime(move.at, zone)} moved it: due ${due}.`,
      };
    case 'raised':
      return {
        zh: `${wallTime(move.at, zone)} 升为紧急，取较早者，到期 ${due}。`,
        en: `Raised to urgent at ${wallTime(move.at, zone)}, the earlier of both: due ${due}.`,
      };
  }
}

function amount(by: WorkDuration): InBothLanguages {
  if (by.kind === 'time') return hours(by.milliseconds / 1_000);
  return { zh: `${by.days} 个工作日`, en: `${by.days} working day${by.days === 1 ? '' : 's'}` };
}

function toldMove(move: DueMove): ToldMove {
  const due = instantOf(move.due);
  switch (move.move) {
    case 'stop': {
      const by = move.by.kind === 'days' ? { days: move.by.days } : { seconds: move.by.milliseconds / 1_000 };
      return { move: move.why, from: instantOf(move.from), to: instantOf(move.to), ...by, due };
    }
    case 'extension':
      return { move: 'extension', from: instantOf(move.at), department: move.department, due };
    case 'raised':
      return { move: 'raised', from: instantOf(move.at), due };
  }
}

function wallTime(instant: number, zone: string): string {
  return localTime(instant, zone).slice(0, 16).replace('T', ' ');
}
