import type { Pairs } from './pair.ts';

/** What the page of webhooks says. */
export const webhookWords = {
  lead: [
    '把公开事件以签名的 HTTP 调用推送给其他系统；接收方须验证签名。',
    'Public events, sent to other systems by signed HTTP calls; receivers verify the signature.',
  ],
  create: ['新建推送', 'New webhook'],
  name: ['名称', 'Name'],
  url: ['地址', 'Address'],
  state: ['状态', 'State'],
  types: ['事件类型', 'Event types'],
  allTypes: ['全部公开事件', 'All public events'],
  rights: ['按谁的权限', 'By whose rights'],
  deadLetters: ['未送达', 'Dead letters'],
  active: ['推送中', 'Active'],
  paused: ['已暂停', 'Paused'],
  disabled: ['已自动停用', 'Switched off'],
  failingSince: ['自 {t} 起失败', 'Failing since {t}'],
  change: ['修改', 'Change'],
  rotate: ['更换密钥', 'Rotate the secret'],
  pause: ['暂停', 'Pause'],
  resume: ['恢复', 'Resume'],
  remove: ['删除', 'Remove'],
  secret: ['签名密钥只显示这一次，请立即交给接收方保存', 'The signing secret is shown this once: give it to the receiver now'],
  bothUntil: ['新旧密钥同时有效至 {t}', 'The one before signs too until {t}'],
  none: ['没有推送', 'No webhooks'],
  event: ['事件', 'Event'],
  ticket: ['工单', 'Ticket'],
  attempts: ['尝试次数', 'Attempts'],
  why: ['原因', 'Why'],
  givenUp: ['放弃时间', 'Given up'],
  again: ['正在重新推送', 'Being sent again'],
  redeliver: ['重新推送', 'Send again'],
  redeliverAll: ['全部重新推送', 'Send all again'],
  noneDead: ['没有未送达的事件', 'No dead letters'],
} satisfies Pairs;

/** Why a webhook stopped, or an event was not taken; `http-422` and the like are shown as they are. */
export const deliveryWords = {
  timeout: ['超时未应答', 'No answer in time'],
  unreachable: ['无法连接', 'Not reachable'],
  'address-refused': ['该地址不允许', 'The address is not allowed'],
  'not-encrypted': ['须用 https', 'It has to be https'],
  'refuses-everything': ['接收方连续拒绝', 'The receiver refuses everything'],
  'not-in-the-log': ['事件已不在日志中', 'The event is no longer in the log'],
} satisfies Pairs;
