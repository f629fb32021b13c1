import { calendarOf } from './calendar-columns.js';
import { value, word } from './column.js';
import { ofTicket, share, type Report } from './report.js';

/** An open clock is late from its due time on, also where nothing has happened since; a `return-request` lapses without verdict. */
const standing = `(SELECT ended.*, ended.outcome AS stands FROM ended_clocks ended UNION ALL
  SELECT going.*, CASE WHEN outcome <> word:running OR due IS NULL OR due >= $now THEN outcome
  WHEN clock = word:return-request THEN word:lapsed ELSE word:breached END AS stands FROM open_clocks going) f`;
const is = (...outcomes: readonly string[]) => `f.stands IN (${outcomes.map((one) => `word:${one}`).join(', ')})`;
const judged = is('in-time', 'late', 'breached', 'cancelled-late');
const ofClock = {
  ...ofTicket,
  clock: word('f.clock'),
  department: word('f.department'),
  part: word('f.part'),
  policy: word('f.policy'),
  policyVersion: value('CAST(f.policy_version AS VARCHAR)'),
};

/** R14.2: were the times kept. */
export const sla: Report = {
  from: standing,
  time: 'f.started',
  columns: { ...ofClock, ...calendarOf('f.started'), outcome: word('f.stands') },
  cells: {
    clocks: 'TRUE',
    inTime: is('in-time'),
    late: is('late'),
    breached: is('breached'),
    cancelledLate: is('cancelled-late'),
    cancelled: is('cancelled'),
    lapsed: is('lapsed'),
    open: is('running', 'held', 'suspended'),
  },
  figures: { attainment: share(is('in-time'), judged), lateWorkingSecondsMean: 'round(avg(f.late_working), 1)' },
  means: {
    zh: '按时限启动时间计入期间。达成率 = 按时 ÷（按时 + 逾期办结 + 逾期未办结 + 逾期后取消）；取消而未逾期、失效、仍在进行的不计入。',
    en: 'Clocks that started in the period. Attainment is in time ÷ (in time + late + breached and open + cancelled when late); what was cancelled in time, lapsed or still runs does not count.',
  },
};

/** How long clocks took that ended, also with their ticket's last event: those are not in `ended_clocks` yet, nor ever if it stays the last. */
export const durations: Report = {
  from: '(SELECT * FROM clocks WHERE ended IS NOT NULL) f',
  time: 'f.ended',
  columns: { ...ofClock, ...calendarOf('f.ended'), outcome: word('f.outcome') },
  cells: { clocks: 'TRUE' },
  figures: { ...spread('f.working', 'working'), ...spread('f.elapsed', 'elapsed') },
  means: {
    zh: '期间内结束的时限的用时（秒）：working 为扣除挂起和审核的计时时间，elapsed 为自然时间；分位数为精确值。',
    en: 'Seconds of clocks that ended in the period: working is what the clock counted, without holds and review, elapsed the time on the wall; quantiles are exact.',
  },
};

/** R8: who had the ticket how long. */
export const times: Report = {
  from: 'holders f',
  time: 'f.started',
  columns: { ...ofTicket, holder: word('f.holder'), department: word('f.department'), ...calendarOf('f.started') },
  cells: { stretches: 'TRUE' },
  figures: {
    workingSeconds: 'round(sum(f.working), 0)',
    elapsedSeconds: 'round(sum(f.elapsed), 0)',
    ...spread('f.working', 'working'),
    ...spread('f.elapsed', 'elapsed'),
  },
  means: {
    zh: '期间内启动的 resolve 时限按持有者（呼叫中心、主办部门、审核的负责人、来电人、第三方）分摊，各部分之和等于全部；未结束的计到最后一个事件。',
    en: 'The time of every resolve clock that started in the period by who held the ticket: call centre, lead, manager in review, caller, third party. The parts add up to the whole; what has not ended counts up to its last event.',
  },
};

function spread(column: string, name: string): Readonly<Record<string, string>> {
  const quantiles = `quantile_cont(${column}, [0.5, 0.9])`; // one aggregate, which DuckDB works out once
  return {
    [`${name}Mean`]: `round(avg(${column}), 1)`,
    [`${name}Median`]: `round(${quantiles}[1], 1)`,
    [`${name}P90`]: `round(${quantiles}[2], 1)`,
  };
}
