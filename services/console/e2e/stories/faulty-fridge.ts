import { expect } from '@jest/globals';
import { registers } from './registers.ts';
import type { StoryScreens } from './story-screens.ts';

const reply = '压缩机启动电容（型号 EC-45）已于 10 月 10 日更换，冷藏室当天降到 4 ℃；外壳由售后服务部更换了门板。';

/** docs/stories/faulty-fridge.md, by the screens alone. @returns the ticket's id */
export async function faultyFridge(story: StoryScreens): Promise<string> {
  await story.at('2026-09-28 09:05');
  const ticket = await registers(await story.of('lin', '/register'), {
    phone: '138 0013 8000',
    name: '王丽',
    subject: '冰箱不制冷，送货时外壳压伤',
    description: '9 月 25 日送到的冰箱不制冷，外壳也有压痕。打过一次电话没有回音，要求修好或者换新。',
    kind: '投诉',
    item: '故障',
    address: '上海市浦东新区张杨路 500 号',
    district: 'pudong',
  });
  await toTheWrongDepartment(story, ticket);
  await sideBySide(story, ticket);
  await extended(story, ticket);
  await sentBackAndLate(story, ticket);
  await dissatisfied(story, ticket);
  return ticket;
}

async function toTheWrongDepartment(story: StoryScreens, ticket: string): Promise<void> {
  const lin = await story.of('lin', `/tickets/${ticket}/conversation`);
  await lin.getByRole('button', { name: '暂不可执行' }).click();
  await lin.getByText('须由管理专员派单').first().waitFor();
  await lin.keyboard.press('Escape');
  await story.at('2026-09-28 09:20');
  await story.does('chen', ticket, '派单', {
    主办部门: '物流部',
    协办部门: ['售后服务部'],
    告知来电人: '您的诉求已转物流部办理。',
  });
  await story.at('2026-09-28 09:40');
  await story.does('sun', ticket, '签收');
  await story.at('2026-09-28 10:00');
  await story.does('li', ticket, '申请退单', { 理由: '送货单有客户“外观完好”的签字，不制冷属质量问题，不在物流部职权内。' });
  await story.at('2026-09-28 11:10');
  const chen = await story.of('chen', `/tickets/${ticket}/conversation`);
  await chen.getByText('申请退单中').waitFor();
  await story.picture('chen', 'return-requested');
  await story.does('chen', ticket, '同意退单', { 部门: '物流部' });
  await story.at('2026-09-28 11:30');
  await story.does('chen', ticket, '派单', { 主办部门: '质量部', 协办部门: ['售后服务部'] });
}

async function sideBySide(story: StoryScreens, ticket: string): Promise<void> {
  await story.at('2026-09-28 14:00');
  await story.does('wu', ticket, '签收');
  await story.at('2026-09-29 16:00');
  await story.does('sun', ticket, '提交协办报告', { 内容: '已上门，更换了压伤的门板。' });
  await story.at('2026-09-29 17:00');
  await story.does('qian', ticket, '审核通过');
  await story.at('2026-09-30 11:00');
  await story.does('wu', ticket, '记录进展', { 内容: '已电话告知：需要的启动电容缺货，厂家节后发货。', 已告知来电人: true });
}

async function extended(story: StoryScreens, ticket: string): Promise<void> {
  await story.at('2026-09-30 14:00');
  const wu = await story.begins('wu', ticket, '申请延期');
  await story.fills(wu, { 延至: '2026-10-08 18:00', 理由: '启动电容缺货，厂家 10 月 9 日发货。' });
  await wu.getByRole('dialog').getByRole('button', { name: '申请延期' }).click();
  await wu.getByRole('dialog').getByText('须晚于现有时限').first().waitFor();
  expect(await wu.getByRole('dialog').getByRole('textbox', { name: '理由' }).inputValue()).toBe(
    '启动电容缺货，厂家 10 月 9 日发货。',
  );
  await story.fills(wu, { 延至: '2026-10-10 18:00' });
  await story.sends(wu, '申请延期');
  await story.at('2026-09-30 14:40');
  await story.does('zhao', ticket, '同意上报延期');
  await story.at('2026-09-30 15:30');
  await story.does('chen', ticket, '批准延期', { 部门: '质量部' });
}

async function sentBackAndLate(story: StoryScreens, ticket: string): Promise<void> {
  await story.at('2026-10-10 15:00');
  await story.does('wu', ticket, '提交办理结果', { 办理结果: '更换配件，制冷恢复。', 拟回复内容: '您的冰箱已修好。', 可以公开: true });
  await story.at('2026-10-10 16:30');
  const zhao = await story.of('zhao', '/review');
  await zhao.getByText('您的冰箱已修好。', { exact: true }).waitFor();
  await story.picture('zhao', 'review-desk');
  await story.does('zhao', ticket, '退回重办', { 理由: '没有写换了什么、什么时候换的，也没有回答外壳的问题。' });
  await story.at('2026-10-10 17:20');
  await story.does('wu', ticket, '报告超时', { 理由: '需要到客户家核对型号和更换时间，今天不能完成。' });
  await story.at('2026-10-10 17:25');
  const gao = await story.of('gao', '/notices');
  await gao.getByText('部门报告不能按时完成').waitFor();
  await story.picture('gao', 'notices');
  await story.at('2026-10-10 17:45');
  await story.does('lin', ticket, '向来电人说明超时', { 内容: '维修已做，核对资料还差一步，周一上午给您正式答复，抱歉让您久等。', 方式: '电话' });
  await story.at('2026-10-12 10:00');
  await story.does('wu', ticket, '提交办理结果', { 办理结果: '10 月 10 日更换启动电容 EC-45，试机 2 小时，冷藏室 4 ℃。', 拟回复内容: reply, 可以公开: true });
  await story.at('2026-10-12 11:00');
  await story.does('zhao', ticket, '审核通过');
  await story.at('2026-10-12 14:00');
  await story.does('lin', ticket, '审查通过');
  await story.at('2026-10-12 15:00');
  await story.does('lin', ticket, '回复来电人', { 方式: '电话' });
} // prettier-ignore

async function dissatisfied(story: StoryScreens, ticket: string): Promise<void> {
  await story.at('2026-10-13 10:00');
  await story.does('lin', ticket, '登记回访结果', { 对结果满意: 2, 对服务满意: 4, 对时效满意: 2, 意见: '修好又坏了，夜里又不制冷。' });
  await story.at('2026-10-13 10:30');
  await story.does('wu', ticket, '签收');
  await story.at('2026-10-14 16:00');
  await story.does('wu', ticket, '提交办理结果', { 办理结果: '压缩机内漏，整机更换。', 拟回复内容: '经检测压缩机内漏，10 月 14 日已为您更换同型号新机。', 可以公开: true });
  await story.at('2026-10-14 16:40');
  await story.does('zhao', ticket, '审核通过');
  await story.at('2026-10-14 17:00');
  await story.does('lin', ticket, '审查通过');
  await story.at('2026-10-14 17:20');
  await story.does('lin', ticket, '回复来电人', { 方式: '电话' });
  await story.at('2026-10-16 10:00');
  await story.does('lin', ticket, '登记回访结果', { 对结果满意: 5, 对服务满意: 5, 对时效满意: 3 });
  await story.at('2026-10-16 10:30');
  await story.does('chen', ticket, '结案', { 结案方式: '已解决' });
  const chen = await story.of('chen', `/tickets/${ticket}/conversation`);
  await chen.getByText('已结案').first().waitFor();
  await story.picture('chen', 'closed');
  await (await story.of('chen', `/tickets/${ticket}/timeline`)).getByRole('slider').waitFor();
  await story.picture('chen', 'timeline');
} // prettier-ignore
