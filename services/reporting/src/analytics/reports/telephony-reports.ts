import { calendarOf, halfHourOf } from './calendar-columns.js';
import { word } from './column.js';
import { ofTicket, share, type Report } from './report.js';

const who = { agent: word('f.agent'), team: word('f.team'), site: word('f.site') };
const seconds = (milliseconds: string) => `round((${milliseconds}) / 1000, 1)`;
const isAnswered = 'f.queued AND f.outcome = word:answered';
const isAbandoned = 'f.outcome = word:abandoned';
/** Short abandons have not waited, and are in no rate. */
const isOffered = `((${isAnswered}) OR ${isAbandoned})`;
const isHandled = 'f.outcome = word:answered AND f.talk IS NOT NULL';
const mean = (of: string, where: string) => seconds(`avg(${of}) FILTER (WHERE ${where})`);
const handling = 'f.talk + f.hold + coalesce(f.wrap_up, 0)';

/** R12: what callers waited, and what calls took; docs/telephony.md has the definitions. */
export const telephony: Report = {
  from: 'calls f',
  about: 'agents',
  time: 'f.happened',
  columns: { queue: word('f.queue'), ...who, ...calendarOf('f.happened'), halfHour: halfHourOf('f.happened') },
  cells: {
    offered: isOffered,
    answered: isAnswered,
    answeredInTime: `${isAnswered} AND f.in_time`,
    abandoned: isAbandoned,
    shortAbandoned: 'f.outcome = word:short-abandoned',
    passedOn: 'f.outcome = word:left',
    handled: isHandled,
    toldLate: 'f.late',
  },
  figures: {
    serviceLevel: share('f.in_time', isOffered),
    abandonedShare: share(isAbandoned, isOffered),
    speedOfAnswerSeconds: mean('f.wait', isAnswered),
    waitUntilAbandonedSeconds: mean('f.wait', isAbandoned),
    longestWaitSeconds: seconds('max(f.wait)'),
    handlingSeconds: mean(handling, isHandled),
    talkSeconds: mean('f.talk', isHandled),
    holdSeconds: mean('f.hold', isHandled),
    afterCallSeconds: mean('coalesce(f.wrap_up, 0)', isHandled),
  },
  means: {
    zh: '期间内进入队列（或直接接听）的来电，每次进入一个队列计一次。服务水平 = 时限内应答 ÷（应答 + 放弃）；短时放弃单列，不计入。时间单位为秒；处理时长 = 通话 + 保持 + 话后处理。',
    en: 'Calls that came into a queue in the period (or straight to an agent), once for each queue. Service level = answered in time ÷ (answered + abandoned); short abandons stand apart. Times in seconds; handling time = talk + hold + after-call work.',
  },
};

const spent = (doing: string) => `coalesce(sum(f.until - f.since) FILTER (WHERE f.doing = word:${doing}), 0)`;
const hours = (milliseconds: string) => `round((${milliseconds}) / 3600000, 3)`;
/** The same work where the telephone system tells it both of the call and of the agent: the longer counts. */
const afterCall = `greatest(${spent('wrap-up')}, ${spent('after-call-work')})`;
const busy = `${spent('call')} + ${afterCall}`;
const staffed = `${spent('ready')} + ${spent('after-call-work')}`;

const columns = 'source, agent, team, site, agent_site, doing, reason';
/**
 * What goes on is cut at half hours up to now; where the next day's first state carried it on, it is there (a call of the same
 * moment does not). Nobody is in one state for
 * longer than a day: who forgot to sign off is not staffed for ever.
 */
const times = `(SELECT ${columns}, since, until FROM agent_times WHERE until IS NOT NULL
  UNION ALL SELECT ${columns}, greatest(since, half), least(half + 1800000, $now, since + 86400000)
  FROM (SELECT *, unnest(range(CAST(floor(since / 1800000) * 1800000 AS BIGINT), CAST(least($now, since + 86400000) AS BIGINT), 1800000)) AS half
    FROM agent_times o WHERE o.until IS NULL
    AND NOT EXISTS (SELECT 1 FROM agent_times c WHERE c.agent = o.agent AND c.doing = o.doing AND c.since = o.since AND c.source <> o.source))) f`;

/** R12: how much of the time in which they were there for callers agents were with them. */
export const occupancy: Report = {
  from: times,
  about: 'agents',
  time: 'f.since',
  columns: {
    ...who,
    doing: word('f.doing'),
    reason: word('f.reason'),
    ...calendarOf('f.since'),
    halfHour: halfHourOf('f.since'),
  },
  cells: { calls: 'f.doing = word:call' },
  figures: {
    occupancy: `CASE WHEN ${staffed} > 0 THEN round(least(1, (${busy}) / (${staffed})), 4) END`,
    staffedHours: hours(staffed),
    callHours: hours(spent('call')),
    afterCallHours: hours(afterCall),
    breakHours: hours(spent('break')),
  },
  means: {
    zh: '坐席时间，按半小时切分。占用率 =（通话与保持 + 话后处理）÷（就绪 + 话后处理），小休与签出不计。',
    en: 'Time of agents, cut at each half hour. Occupancy = (talk and hold + after-call work) ÷ (ready + after-call work); breaks and signed off are left out.',
  },
};

const isJudged = 'NOT t.imported AND t.first_contact_until <= $now';
const isResolved = `${isJudged} AND (t.came_back IS NULL OR t.came_back > t.first_contact_until)`;

/** R12: matters that were settled at the first contact. */
export const firstContact: Report = {
  from: 'tickets t',
  time: 't.registered',
  columns: { ...ofTicket, ...calendarOf('t.registered') },
  cells: {
    judged: isJudged,
    resolved: isResolved,
    settledAtOnce: `${isResolved} AND t.assignments = 0 AND t.answered IS NOT NULL`,
    cameBack: `${isJudged} AND t.came_back <= t.first_contact_until`,
  },
  figures: { firstContactResolution: share(isResolved, isJudged) },
  means: {
    zh: '期间内登记且观察期（话务规则，登记时生效的版本）已过的事项；首次解决：观察期内来电人未就同一事项再次联系（消息、再次来电、重复工单、重新打开）。',
    en: 'Matters registered in the period whose days (of the telephone rule in force then) are over; settled at the first contact where the caller did not come back about them within those: no message, no further contact or ticket about the same, not reopened.',
  },
};
