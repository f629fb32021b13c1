import { calendarOf } from './calendar-columns.js';
import { word } from './column.js';
import { ofTicket, share, type Report } from './report.js';

const columns = { ...ofTicket, department: word('f.department'), ...calendarOf('f.happened') };
const source = (facts: string) => `${facts} f`;
const step = (one: string) => `f.step = word:${one}`;

export const returns: Report = {
  from: source('returns'),
  time: 'f.happened',
  columns,
  cells: { requested: step('requested'), granted: step('granted'), refused: step('refused') },
  figures: {
    tickets: 'count(DISTINCT f.ticket)',
    grantedShare: share(step('granted'), `f.step IN (word:granted, word:refused)`),
  },
  means: {
    zh: '期间内的退单申请与决定，按部门。',
    en: 'Requests to give an assignment back, and what was decided, in the period, by department.',
  },
};

const rounds = `(SELECT ticket, happened, department, verdict AS step FROM reviews
  UNION ALL SELECT ticket, happened, department, round FROM rounds)`;

export const rework: Report = {
  from: source(rounds),
  time: 'f.happened',
  columns,
  cells: {
    approved: step('approved'),
    sentBack: step('sent-back'),
    accepted: step('accepted'),
    rejected: step('rejected'),
    reworked: step('rework'),
    reopened: step('reopened'),
  },
  figures: {
    sentBackShare: share(step('sent-back'), 'f.step IN (word:approved, word:sent-back)'),
    rejectedShare: share(step('rejected'), 'f.step IN (word:accepted, word:rejected)'),
  },
  means: {
    zh: '期间内的审核（通过、退回）、审查（接受、驳回）、返工与重新打开，按部门。',
    en: 'Reviews (approved, sent back), checks (accepted, rejected), rework and reopenings in the period, by department.',
  },
};

export const urging: Report = {
  from: source('urges'),
  time: 'f.happened',
  columns,
  cells: { urged: step('urged'), acknowledged: step('acknowledged') },
  figures: { tickets: 'count(DISTINCT f.ticket)' },
  means: {
    zh: '期间内的催办与签收，按被催办的部门。',
    en: 'Urges and their acknowledgements in the period, by the department that was urged.',
  },
};

export const satisfaction: Report = {
  from: source('surveys'),
  time: 'f.happened',
  columns,
  cells: { surveys: 'TRUE', dissatisfied: 'f.dissatisfied', satisfied: 'NOT f.dissatisfied' },
  figures: {
    outcomeMean: 'round(avg(f.result), 2)',
    serviceMean: 'round(avg(f.service), 2)',
    timelinessMean: 'round(avg(f.timeliness), 2)',
    satisfiedShare: share('NOT f.dissatisfied', 'TRUE'),
  },
  means: {
    zh: '期间内记录的回访评分（1–5）；不满意：任一项不高于政策的界限。按回访时的主办部门。',
    en: 'Surveys recorded in the period, 1 to 5; dissatisfied: any rating at or under the limit of the policy. By the lead department of that time.',
  },
};
