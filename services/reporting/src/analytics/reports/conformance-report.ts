import { conformanceRules } from '@ledgerline/domain';
import { calendarOf } from './calendar-columns.js';
import { value, word } from './column.js';
import { ofTicket, type Report } from './report.js';

/** A fact a ticket, with how far its course fits, and a fact a deviation. */
const courses =
  'SELECT c.ticket, r.registered AS happened, c.lead AS department, NULL AS way, NULL AS deviation, c.fitness, c.deviations FROM courses c JOIN tickets r ON r.ticket = c.ticket';
const deviations =
  'SELECT d.ticket, d.happened, d.department, d.way, d.deviation, c.fitness, c.deviations FROM deviations d JOIN courses c ON c.ticket = d.ticket';
const sources = conformanceRules.map(({ name, source }) => `${name}: ${source}`).join('; ');

/** How the courses of tickets keep to the prescribed process (ADR 0032). */
export const conformance: Report = {
  from: `(${courses} UNION ALL ${deviations}) f`,
  time: 'f.happened',
  columns: {
    ...ofTicket,
    log: value("CASE WHEN t.imported THEN 'imported' ELSE 'own' END"),
    department: word('f.department'),
    deviation: word('f.deviation'),
    ...calendarOf('f.happened'),
  },
  cells: {
    tickets: 'f.way IS NULL',
    fit: 'f.way IS NULL AND f.deviations = 0',
    skipped: 'f.way = word:skipped',
    outOfOrder: 'f.way = word:out-of-order',
    unexpected: 'f.way = word:unexpected',
    owed: 'f.way = word:owed',
  },
  figures: { fitness: 'round(avg(f.fitness) FILTER (WHERE f.way IS NULL), 4)' },
  ofEach: { fitness: 'round(any_value(f.fitness), 4)', deviations: 'any_value(f.deviations)' },
  means: {
    zh: `工单按登记时间计，偏离按发生时间计。tickets：工单；fit：没有偏离的工单；skipped：被跳过的必要步骤；outOfOrder：补做得太晚的步骤；unexpected：不该在此处发生的步骤；owed：规定要做而没有做的事；fitness：符合的步骤占已走和被跳过步骤之比的平均值。依据：${sources}。`,
    en: `Tickets by the time of their registration, deviations by when they happened. skipped: required steps that were passed over; outOfOrder: such steps that came too late; unexpected: steps that do not belong where they stand; owed: what the rules ask for and was not done; fitness: the share of fitting steps among those taken and passed over, as the mean of the tickets. Sources: ${sources}.`,
  },
};
