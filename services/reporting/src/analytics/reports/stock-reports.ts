import { calendarOf, wallTime } from './calendar-columns.js';
import { value, word } from './column.js';
import { ofTicket, type Report } from './report.js';

const isLate = `t.ticket IN (SELECT o.ticket FROM open_clocks o WHERE o.clock <> word:return-request AND
  (o.outcome = word:breached OR (o.outcome = word:running AND o.due < $now)))`;
const isHeld = 't.ticket IN (SELECT o.ticket FROM open_clocks o WHERE o.outcome = word:held)';
const columns = {
  ...ofTicket,
  status: word('t.status'),
  department: word('t.lead'),
  holder: word('t.holder'),
  ...calendarOf('t.registered'),
};
const openTickets = '(SELECT * FROM tickets WHERE "open") t';

/** What is there to do now. */
export const backlog: Report = {
  from: openTickets,
  columns,
  cells: { open: 'TRUE', overdue: isLate, held: isHeld, urgent: 't.level = word:urgent', waitsForDispatch: 't.lead IS NULL' },
  means: {
    zh: '现在未办结的工单；overdue：至少一个时限已逾期；held：至少一个时限挂起；department 为主办部门。',
    en: 'Tickets that are open now; overdue: some clock of it is late; held: some clock stands still. Department is the lead.',
  },
};

const age = '($now - t.registered) / 86400000';

/** How old it is. */
export const ageing: Report = {
  from: openTickets,
  columns,
  cells: {
    open: 'TRUE',
    underOneDay: `${age} < 1`,
    oneToThreeDays: `${age} >= 1 AND ${age} < 3`,
    threeToSevenDays: `${age} >= 3 AND ${age} < 7`,
    sevenToThirtyDays: `${age} >= 7 AND ${age} < 30`,
    overThirtyDays: `${age} >= 30`,
  },
  figures: { medianDays: `round(quantile_cont(${age}, 0.5), 2)`, oldestDays: `round(max(${age}), 2)` },
  means: {
    zh: '现在未办结的工单自登记以来的自然天数。',
    en: 'Days on the wall since registration of tickets that are open now.',
  },
};

/** R10: when the work comes. */
export const load: Report = {
  from: 'tickets t',
  time: 't.registered',
  columns: {
    ...columns,
    hour: value(`hour(${wallTime('t.registered')})`),
    weekday: value(`isodow(${wallTime('t.registered')})`),
  },
  cells: { registered: 'TRUE', urgent: 't.level = word:urgent', confidential: 't.confidential', open: 't."open"' },
  means: {
    zh: '期间内登记的工单，按所在地时区的小时、星期（1 为周一）、日、周、月计。',
    en: 'Tickets registered in the period, by hour, weekday (1 is Monday), day, week or month in the time zone of the site.',
  },
};
