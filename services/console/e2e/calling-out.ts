import { ApiClient } from '@ledgerline/installation';
import { password } from './found-company.ts';

const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
const allDay = [['00:00', '00:00']];

/** A calendar by which one may call at any hour: a test runs when it runs. */
export async function mayCallAllDay(url: string): Promise<string> {
  const [coordinator, leader] = await Promise.all(['li', 'wang'].map((who) => ApiClient.as(url, who, password)));
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, allDay]));
  const calendar = { code: 'round-the-clock', effectiveFrom: '2026-01-01T00:00:00Z', timeZone: 'Asia/Shanghai', week };
  const { id } = await made(coordinator, '/calendars', calendar);
  await made(coordinator, `/calendars/${String(id)}/submit`, {});
  await made(leader, `/calendars/${String(id)}/approve`, {});
  return calendar.code;
}

/** A campaign with somebody on its list, a lead that is late soon, and a customer at risk. */
export async function callOut(url: string): Promise<void> {
  const [agent, coordinator] = await Promise.all(['zhang', 'li'].map((who) => ApiClient.as(url, who, password)));
  const period = { from: days(-1), until: days(30) };
  const opened = { title: '十月满意度回访', purpose: 'satisfaction-survey', script: 'satisfaction', ...period };
  const { id } = await made(coordinator, '/campaigns', opened);
  const { id: customer } = await made(agent, '/customers', { name: '赵敏', phone: '137 2000 3000' });
  await made(coordinator, `/campaigns/${String(id)}/calls`, { customers: [customer] });
  const next = { step: '寄送报价', dueBy: days(2) };
  await made(agent, '/leads', { title: '想买十台空调', customer, product: 'x-200', next });
  await made(agent, '/at-risk-customers', { title: '三次报修仍未修好', customer, why: 'service', next });
}

async function made(client: ApiClient | undefined, path: string, body: object) {
  const answer = await (client as ApiClient).post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
