import { expect } from '@jest/globals';
import { adminPassword, ApiClient, type Installation } from '@ledgerline/installation';

export const password = 'a-good-long-password';

const departments = [
  ['quality', '质量部'],
  ['after-sales', '售后服务部'],
  ['logistics', '物流部'],
] as const;

const people = [
  ['zhang', '张敏', ['agent'], ['call-centre']],
  ['li', '李娜', ['coordinator'], ['call-centre']],
  ['wang', '王建国', ['leader'], []],
  ['chen', '陈伟', ['handler'], ['quality']],
  ['zhao', '赵磊', ['manager'], ['quality']],
  ['sun', '孙丽', ['handler'], ['after-sales']],
  ['zhou', '周强', ['manager'], ['after-sales']],
  ['wu', '吴芳', ['auditor'], []],
  ['xu', '徐静', ['editor'], ['call-centre']],
  ['he', '何洁', ['editor'], ['call-centre']],
] as const;

export const aMatter = {
  channel: 'phone',
  kind: 'complaint',
  level: 'general',
  item: 'fault',
  subject: '冰箱不制冷',
  description: '买了三天的冰箱不制冷，请尽快处理。',
  caller: { name: '王丽', phone: '138 0013 8000' },
};

/** A small company over the API: what the screens then show. */
export async function foundCompany({ url }: Installation): Promise<void> {
  const admin = await ApiClient.as(url, 'admin', adminPassword);
  for (const [code, name] of departments) expect((await admin.post('/departments', { code, name })).status).toBe(201);
  for (const [username, name, roles, of] of people)
    expect((await admin.post('/users', { username, password, name, roles, departments: of })).status).toBe(201);
}

/** What one after another does with a ticket; each of it has to be taken. */
export function stepsOn(url: string, id: string): (who: string, command: string, body?: object) => Promise<void> {
  return async (who, command, body = {}) => {
    const { status } = await (await ApiClient.as(url, who, password)).post(`/tickets/${id}/${command}`, body);
    expect([command, status]).toEqual([command, 200]);
  };
}

export interface Registered {
  readonly id: string;
  readonly number: string;
  readonly position: string;
}

export async function registered(client: ApiClient, change: object = {}): Promise<Registered> {
  const { status, body } = await client.post('/tickets', { ...aMatter, ...change });
  expect(status).toBe(201);
  return body as unknown as Registered;
}
