import type { Weekday } from './calendar.js';
import type { DeadlineStep } from './explain-deadline.js';
import type { WorkDuration } from './work-duration.js';

export interface InBothLanguages {
  readonly zh: string;
  readonly en: string;
}

/**
 * The steps of a deadline as a sentence in Chinese and English.
 *
 * @param calendar its code and zone, or the zone in which elapsed time is told
 */
export function deadlineSentence(
  calendar: { readonly code: string; readonly timeZone: string } | { readonly elapsedIn: string },
  limit: WorkDuration,
  steps: readonly DeadlineStep[],
): InBothLanguages {
  const [start, due] = [steps.find(({ step }) => step === 'starts'), steps.find(({ step }) => step === 'due')];
  const [from, to] = [wallTime(start), wallTime(due)];
  const between = steps.filter(({ step }) => step !== 'starts' && step !== 'due');
  const [zh, en] = [between.map(stepInChinese).join('；'), between.map(stepInEnglish).join('; ')];
  const length = amount(limit);
  if ('elapsedIn' in calendar)
    return {
      zh: `自 ${from}（${calendar.elapsedIn}）起按自然时间计 ${length.zh}，到期 ${to}。`,
      en: `${length.en} of elapsed time from ${from} (${calendar.elapsedIn}); due ${to}.`,
    };
  const what =
    limit.kind === 'days'
      ? { zh: `计 ${limit.days} 个工作日`, en: `${plural(limit.days, 'working day')}` }
      : { zh: `计 ${length.zh}工作时间`, en: `${length.en} of working time` };
  return {
    zh: `按日历 ${calendar.code}（${calendar.timeZone}），自 ${from} 起${what.zh}${zh && `：${zh}`}。到期 ${to}。`,
    en: `${what.en} on calendar ${calendar.code} (${calendar.timeZone}) from ${from}${en && `: ${en}`}; due ${to}.`,
  };
}

function stepInChinese(step: DeadlineStep): string {
  switch (step.step) {
    case 'counts':
      return `${dates(step, '至')}${reasonsInChinese[step.because](step.as)}计 ${step.seconds === undefined ? `${step.days} 天` : hours(step.seconds).zh}`;
    case 'free':
      return `${dates(step, '至')} ${step.because === 'holiday' ? '节假日' : '休息'}不计`;
    case 'further':
      return `其后计 ${step.seconds === undefined ? `${step.days} 天` : hours(step.seconds).zh}`;
    case 'starts':
    case 'due':
      return wallTime(step);
  }
}

function stepInEnglish(step: DeadlineStep): string {
  switch (step.step) {
    case 'counts':
      return `${dates(step, 'to')}${reasonsInEnglish[step.because](step.as)} ${step.seconds === undefined ? plural(step.days, 'day') : hours(step.seconds).en}`;
    case 'free':
      return `${dates(step, 'to')} ${step.because === 'holiday' ? (step.days === 1 ? 'a holiday' : 'holidays') : 'off'}`;
    case 'further':
      return `then ${step.seconds === undefined ? plural(step.days ?? 0, 'day') : hours(step.seconds).en}`;
    case 'starts':
    case 'due':
      return wallTime(step);
  }
}

const chineseDays: Readonly<Record<Weekday, string>> = {
  mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日',
}; // prettier-ignore
const englishDays: Readonly<Record<Weekday, string>> = {
  mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday',
}; // prettier-ignore

const reasonsInChinese = {
  week: () => ' ',
  holiday: () => '（节假日）',
  exception: () => '（当日另定班次）',
  'make-up': (as?: Weekday) => `（调休上班日，按${as ? chineseDays[as] : ''}）`,
};
const reasonsInEnglish = {
  week: () => '',
  holiday: () => ' (holiday)',
  exception: () => ' (hours of its own)',
  'make-up': (as?: Weekday) => ` (make-up workday, as a ${as ? englishDays[as] : ''})`,
};

function dates({ from, to }: { readonly from: string; readonly to: string }, until: string): string {
  return from === to ? from : `${from} ${until} ${to}`;
}

function wallTime(step: DeadlineStep | undefined): string {
  return step && 'local' in step ? step.local.slice(0, 16).replace('T', ' ') : '';
}

function amount(limit: WorkDuration): InBothLanguages {
  return limit.kind === 'time' ? hours(limit.milliseconds / 1_000) : { zh: `${limit.days} 天`, en: plural(limit.days, 'day') };
}

/** Hours, minutes and seconds, without those that are nought. */
export function hours(seconds: number): InBothLanguages {
  const parts = [
    [Math.floor(seconds / 3_600), '小时', 'h'],
    [Math.floor((seconds % 3_600) / 60), '分钟', 'min'],
    [Number((seconds % 60).toFixed(3)), '秒', 's'],
  ] as const;
  const given = parts.filter(([count]) => count > 0);
  if (given.length === 0) return { zh: '0 分钟', en: '0 min' };
  return {
    zh: given.map(([count, zh]) => `${count} ${zh}`).join(' '),
    en: given.map(([count, , en]) => `${count} ${en}`).join(' '),
  };
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
