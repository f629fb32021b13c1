import type { Pairs } from './pair.ts';

/** What the pages of telephony say, and the editor of its rule; they come with those pages. */
export const telephonyWords = {
  queues: ['队列', 'Queues'],
  queue: ['队列', 'Queue'],
  code: ['代码', 'Code'],
  zh: ['中文名称', 'Name in Chinese'],
  en: ['英文名称', 'Name in English'],
  numbers: ['被叫号码', 'Numbers called'],
  priority: ['优先级（1 最先接）', 'Priority (1 is answered first)'],
  site: ['分中心', 'Site'],
  breaks: ['小休原因', 'Reasons of breaks'],
  within: ['应答时限（秒）', 'To be answered within (seconds)'],
  target: ['服务水平目标（0–1）', 'Service level aimed at (0–1)'],
  shortAbandon: ['短时放弃不计（秒）', 'Short abandons not counted (seconds)'],
  lateAfter: ['补报界限（秒）', 'Told late after (seconds)'],
  firstContactDays: ['首次解决观察期（天）', 'Days for first-contact resolution'],
  serviceLevel: ['服务水平', 'Service level'],
  serviceLevelOf: ['{target} 在 {within} 秒内应答', '{target} answered within {within} s'],
  waiting: ['等待', 'Waiting'],
  longestWait: ['最长等待', 'Longest wait'],
  talking: ['通话中', 'On the phone'],
  offered: ['今日进线', 'Offered today'],
  answered: ['应答', 'Answered'],
  abandonment: ['放弃率', 'Abandonment'],
  speedOfAnswer: ['平均应答速度', 'Speed of answer'],
  agents: ['坐席', 'Agents'],
  agent: ['坐席', 'Agent'],
  team: ['班组', 'Team'],
  state: ['状态', 'State'],
  since: ['持续', 'For'],
  call: ['通话', 'Call'],
  nobody: ['今天还没有坐席状态', 'Nobody has told a state today'],
  mine: ['我的状态', 'My state'],
  unknown: ['未签入', 'Not signed in'],
} satisfies Pairs;

export const agentStateWords = {
  ready: ['就绪', 'Ready'],
  break: ['小休', 'Break'],
  'after-call-work': ['话后处理', 'After-call work'],
  off: ['签出', 'Signed off'],
} satisfies Pairs;

/** What the time of agents goes into beside their states. */
export const doingWords = {
  call: ['通话', 'On a call'],
  'wrap-up': ['话后处理（按通话）', 'After-call work, by call'],
} satisfies Pairs;

export const callStandingWords = {
  waiting: ['等待', 'Waits'],
  talking: ['通话中', 'Speaks'],
  held: ['保持', 'On hold'],
} satisfies Pairs;

export const callOutcomeWords = {
  answered: ['应答', 'Answered'],
  abandoned: ['放弃', 'Abandoned'],
  'short-abandoned': ['短时放弃', 'Abandoned at once'],
  left: ['转出队列', 'Passed on'],
  waiting: ['等待', 'Waits'],
} satisfies Pairs;

export const telephonyRefusalWords = {
  'unknown-queue': ['没有此队列', 'There is no such queue'],
  'unknown-agent': ['没有此坐席', 'There is no such agent'],
  'unknown-break-reason': ['请选择小休原因', 'Choose why'],
  'reason-of-a-break-only': ['只有小休需要原因', 'Only a break has a reason'],
  'call-states-already-told': ['通话状态已记录', 'Told already'],
  'call-state-told-otherwise': ['同一状态已按不同内容记录', 'The same state was told otherwise'],
  'too-many-call-states': ['通话状态过多', 'Too many states of one call'],
  'agent-state-already-told': ['坐席状态已记录', 'Told already'],
  'already-in-this-state': ['已处于此状态', 'In this state already'],
  'too-many-agent-states': ['当日状态过多', 'Too many states on one day'],
  'not-your-call': ['不是您的通话', 'Not your call'],
  'nobody-speaks': ['通话已结束或尚未接通', 'Nobody speaks on this call'],
  'transfer-to-oneself': ['不能转接给自己', 'Not to oneself'],
  'transfer-already-offered': ['转接正在进行', 'It is being transferred already'],
  'transfer-already-accepted': ['已接受转接', 'Taken already'],
  'transfer-not-to-you': ['不是转给您的通话', 'Not offered to you'],
  'no-transfer-offered': ['转接已取消或已完成', 'It is no longer offered'],
  'agent-not-there': ['对方小休或已签出', 'They are on a break or signed off'],
  'too-many-transfers': ['转接次数过多', 'Too many transfers of one call'],
  'ticket-does-not-show-to-them': ['对方无权查看该工单', 'They may not see this ticket'],
  'not-your-team': ['不是本班组的坐席', 'Not an agent of your team'],
} satisfies Pairs;
