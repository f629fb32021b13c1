import { instantText } from '@ledgerline/kernel';
import type { Caller } from './call-out.js';
import { requestOf, type Desk } from './desk.js';
import { workingMinutesBefore } from './working-time.js';

const [aDay, days] = [540, 24 * 60 * 60 * 1_000];

interface Step {
  readonly who: string;
  readonly call: string;
  /** Working minutes before the start. */
  readonly ago: number;
  readonly body: Readonly<Record<string, unknown>>;
}
interface Story {
  readonly of: 'lead' | 'at-risk';
  /** What comes first opens it. */
  readonly steps: readonly Step[];
}

/** R9: what became of some who may buy, and of some who may leave. @param calls of the campaign: one of them wants to buy */
export async function pursue(anchor: number, from: { readonly callers: readonly Caller[]; readonly calls: readonly string[] }, desk: Desk) {
  for (const [nth, { of, steps }] of storiesOf(anchor, from).entries()) {
    const id = desk.idOf(`${of} ${nth}`);
    for (const { who, call, ago, body } of steps) {
      desk.now = workingMinutesBefore(anchor, ago);
      await desk.give('outreach', call, requestOf(desk, { who, call, id, body, which: ` ${nth} ${ago}` }));
    }
  }
} // prettier-ignore

function storiesOf(anchor: number, { callers, calls }: Parameters<typeof pursue>[1]): readonly Story[] {
  const by = (daysOn: number) => instantText(anchor + daysOn * days);
  const [one, two, three, four, five, six] = callers;
  return [
    { of: 'lead', steps: [
      { who: 'chen.jie', call: 'open-lead', ago: 100, body: { title: '办公室要换五台空调', contact: one, product: 'AC-35', text: '问起以旧换新和安装时间。', next: { step: '寄送报价', dueBy: by(2) } } },
    ] },
    { of: 'lead', steps: [
      { who: 'chen.jie', call: 'open-lead', ago: 2 * aDay - 30, body: { title: '想换新冰箱', call: calls[7], product: 'BC-210', next: { step: '介绍以旧换新', dueBy: by(1) } } },
      { who: 'chen.jie', call: 'revisit-customer', ago: aDay, body: { channel: 'phone', reached: true, text: '对新款感兴趣，想先看尺寸。', next: { step: '发送尺寸图并约到店', dueBy: by(3) } } },
    ] },
    { of: 'lead', steps: [
      { who: 'wang.li', call: 'open-lead', ago: 7 * aDay, body: { title: '酒店采购洗衣机 12 台', contact: two, product: 'WM-80' } },
      { who: 'wang.li', call: 'hand-over-pursuit', ago: 7 * aDay - 30, body: { owner: 'lu.kai', department: 'stores', reason: '大客户由门店部跟进。' } },
      { who: 'lu.kai', call: 'revisit-customer', ago: 5 * aDay, body: { channel: 'phone', reached: true, text: '需要含税报价和分批送货。' } },
      { who: 'lu.kai', call: 'move-pursuit', ago: 4 * aDay, body: { stage: 'offered' } },
      { who: 'lu.kai', call: 'plan-next-step', ago: 4 * aDay - 10, body: { step: '电话确认报价', dueBy: by(-1) } },
    ] },
    { of: 'lead', steps: [
      { who: 'wang.li', call: 'open-lead', ago: 12 * aDay, body: { title: '老客户加购净水器', contact: three, product: 'RO-5' } },
      { who: 'wang.li', call: 'revisit-customer', ago: 10 * aDay, body: { channel: 'phone', reached: true, text: '确认型号，当场下单。' } },
      { who: 'wang.li', call: 'conclude-pursuit', ago: 9 * aDay, body: { as: 'won', text: '已付款，等待安装。' } },
    ] },
    { of: 'at-risk', steps: [
      { who: 'wang.li', call: 'open-at-risk', ago: 6 * aDay, body: { title: '三次报修仍未修好，想退货换别家', contact: four, why: 'service', department: 'after-sales', owner: 'ma.chao', next: { step: '上门复检前先电话致歉', dueBy: by(-3) } } },
      { who: 'ma.chao', call: 'revisit-customer', ago: 4 * aDay, body: { channel: 'phone', reached: true, text: '已致歉，同意由主管上门复检。', next: { step: '复检后回访', dueBy: by(1) } } },
    ] },
    { of: 'at-risk', steps: [
      { who: 'chen.jie', call: 'open-at-risk', ago: 11 * aDay, body: { title: '嫌延保价格高，打算不续', contact: five, why: 'price' } },
      { who: 'chen.jie', call: 'revisit-customer', ago: 9 * aDay, body: { channel: 'phone', reached: true, text: '说明延保内容，给了老客户价。' } },
      { who: 'chen.jie', call: 'conclude-pursuit', ago: 8 * aDay, body: { as: 'kept', text: '已续两年。' } },
    ] },
    { of: 'at-risk', steps: [
      { who: 'wang.li', call: 'open-at-risk', ago: 13 * aDay, body: { title: '搬到外地，附近没有服务网点', contact: six, why: 'other' } },
      { who: 'wang.li', call: 'conclude-pursuit', ago: 10 * aDay, body: { as: 'lost', why: 'service', text: '当地没有维修点，已退回延保费。' } },
    ] },
  ]; // prettier-ignore
}
