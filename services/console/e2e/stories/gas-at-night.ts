import { expect } from '@jest/globals';
import { signInToStory } from '@ledgerline/installation';
import { registers } from './registers.ts';
import type { StoryScreens } from './story-screens.ts';

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章'];
export const callers = surnames.length;
const reply =
  'All RQ-16 valves of this batch are shut and replaced; the gas company has tested every flat of the estate. We bear the cost.';

const subjectOf = (n: number) => `热水器有煤气味（${n + 1}）`;
const matterOf = (n: number) => ({
  channel: 'phone', kind: 'fault-repair', level: 'important', item: 'fault', product: 'rq-16', subject: subjectOf(n),
  description: `锦绣苑 ${n + 1} 号：晚上开热水器闻到煤气味，头有点晕。`,
  caller: { name: `${surnames[n]}先生`, phone: `139 1000 ${String(1_000 + n)}` },
  location: { address: `锦绣苑 ${n + 1} 号`, district: 'minhang' },
}); // prettier-ignore

/** Calls that other agents took at the same time. */
async function othersRegister(url: string, from: number, to: number): Promise<readonly string[]> {
  const agent = await signInToStory(url, 'lin');
  const ids: string[] = [];
  for (let n = from; n < to; n += 1) {
    const { status, body } = await agent.post('/tickets', matterOf(n));
    expect(status).toBe(201);
    ids.push(String(body['id']));
  }
  return ids;
}

/** docs/stories/gas-at-night.md, by the screens, in English. @returns the event's id and that of one of its callers */
export async function gasAtNight(story: StoryScreens, url: string): Promise<{ readonly event: string; readonly child: string }> {
  await story.at('2026-10-31 23:32');
  const { caller, location, subject, description } = matterOf(0);
  const first = await registers(await story.of('lin', '/register'), {
    ...caller, ...location, subject, description, kind: 'Fault repair', item: 'Fault', level: 'Important',
  }); // prettier-ignore
  await othersRegister(url, 1, 12);
  const event = await raised(story);
  await attached(story, event, url);
  await decided(story, event);
  await repliedToAll(story, event, first);
  return { event, child: first };
}

/** The coordinator finds the burst, and makes an event of it; measures wait for nobody. */
async function raised(story: StoryScreens): Promise<string> {
  await story.at('2026-10-31 23:44');
  const chen = await story.of('chen', '/surges');
  await chen.getByText(/minhang: \d+ contacts/).waitFor();
  await chen.getByText(subjectOf(0)).first().waitFor();
  await story.picture('chen', 'burst');
  await story.at('2026-10-31 23:45');
  await chen.getByRole('link', { name: 'Register the parent event' }).click();
  const event = await registers(chen, {
    phone: '139 1000 0999',
    name: '锦绣苑物业沈主任',
    subject: '锦绣苑多户热水器煤气味',
    description: 'RQ-16 型热水器，同一批次，锦绣苑小区多户夜间报告煤气味。',
    kind: 'Fault repair',
    item: 'Fault',
  });
  await chen.getByText('Parent event', { exact: true }).first().waitFor();
  await story.at('2026-10-31 23:46');
  await story.does('lin', event, 'Record a measure', {
    Text: '已请各户关阀开窗、离开房间；已报 119 和燃气公司抢修，警情号 4471。',
  });
  return event;
}

/** Callers under the event: those of the burst in one go, those who call later from the list. */
async function attached(story: StoryScreens, event: string, url: string): Promise<void> {
  await story.at('2026-10-31 23:50');
  const chen = await story.of('chen', '/surges');
  await chen.getByRole('button', { name: 'Attach all to an event' }).click();
  await chen.getByRole('dialog').getByRole('textbox').fill(event);
  await chen.getByRole('dialog').getByRole('button', { name: 'Attach all to an event' }).click();
  await chen.getByText('No bursts').waitFor();
  await story.at('2026-10-31 23:53');
  await story.does('chen', event, 'Route', { 'Lead department': '售后服务部', 'Co-handling departments': ['质量部'] });
  await story.at('2026-11-01 00:05');
  await story.does('sun', event, 'Accept');
  await story.at('2026-11-01 00:08');
  await story.does('wu', event, 'Accept');
  await story.at('2026-11-01 00:14');
  await (await story.of('gao', '/notices')).getByText('Urgent: acknowledge at once').first().waitFor();
  const he = await story.of('he', '/notices');
  await he.getByText('Acknowledgement by an executive').first().waitFor();
  await story.picture('he', 'told-next');
  await he.goto('/executive');
  await he.getByRole('link', { name: '锦绣苑多户热水器煤气味' }).first().click();
  await he.waitForURL(/\/tickets\//);
  await story.does('he', event, 'Acknowledge');
  await story.at('2026-11-01 00:29');
  await othersRegister(url, 12, callers);
  await story.at('2026-11-01 00:30');
  const list = await story.of('chen', `/work/to-dispatch`);
  await list
    .getByText(subjectOf(callers - 1))
    .first()
    .waitFor();
  await list.locator('thead').getByRole('checkbox').check();
  await list.getByRole('button', { name: 'Do for all' }).click();
  await list.getByRole('menuitem', { name: 'Attach to a parent event' }).click();
  await story.fills(list, { 'Parent event': event });
  await list.getByRole('dialog').getByRole('button', { name: 'Attach to a parent event' }).click();
  await list.getByText(/\d+ done/).waitFor();
  await story.picture('chen', 'attached');
  const page = await story.of('chen', `/tickets/${event}/conversation`);
  await page.getByRole('link', { name: `${callers} callers` }).waitFor();
}

async function decided(story: StoryScreens, event: string): Promise<void> {
  await story.at('2026-11-01 00:50');
  await story.does('he', event, 'Record the decision', { Text: '停用同批次全部 RQ-16，今夜更换减压阀，费用公司承担。', Participants: ['何平', '钱芳'] });
  await story.at('2026-11-01 01:00');
  await story.does('chen', event, 'Hand down the decision', { Departments: ['售后服务部', '质量部'], Text: '按决定执行：停用、更换、费用公司承担。' });
  await story.at('2026-11-01 01:30');
  await story.does('chen', event, 'Explain the decision', { Text: 'Tonight every valve is replaced; we bear the cost.', Channel: 'Text message' });
  await story.at('2026-11-01 02:10');
  await story.does('wu', event, 'Report', { Text: '减压阀膜片批次缺陷，已封存库存。' });
  await story.at('2026-11-01 05:30');
  await story.does('sun', event, 'Submit the result', { Result: '40 户减压阀更换完毕，逐户检漏合格。', 'Reply to the caller': reply, 'May be published': true });
} // prettier-ignore

async function repliedToAll(story: StoryScreens, event: string, child: string): Promise<void> {
  await story.at('2026-11-01 06:30');
  await story.does('chen', event, 'Reply', { Reply: reply, Channel: 'Text message' });
  await story.at('2026-11-01 06:35');
  await story.does('chen', event, 'Reply to all', { Text: reply, Channel: 'Text message' });
  await story.at('2026-11-01 06:40');
  const list = await story.of('chen', `/work/all?event=${event}&status=completed`);
  await list.getByTestId('total').getByText(`${callers} in all`).waitFor();
  await story.picture('chen', 'replied');
  await story.at('2026-11-02 09:30');
  await story.does('zhao', event, 'Approve');
  await story.at('2026-11-02 10:00');
  await story.does('qian', event, 'Approve');
  await story.at('2026-11-02 14:00');
  await story.does('lin', child, 'Record the survey', { 'Outcome (1': 5, 'Service (1': 5, 'Timeliness (1': 5 });
  await story.at('2026-11-02 14:05');
  await story.does('chen', child, 'Close', { 'Closure code': 'Resolved' });
  await story.at('2026-11-02 16:00');
  await story.does('chen', event, 'Close', { 'Closure code': 'Resolved' });
  await (await story.of('chen', `/tickets/${event}/conversation`)).getByText('Closed').first().waitFor();
  await story.picture('chen', 'closed');
}
