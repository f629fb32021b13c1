import { ApiClient } from './api-client.ts';
import { adminPassword } from './service-process.ts';

export interface Somebody {
  readonly name: string;
  readonly role: string;
  readonly department: string;
}

/** Who the stories of docs/stories are about, wherever they are told. */
export const storyPeople: Readonly<Record<string, Somebody>> = {
  lin: { name: '林静', role: 'agent', department: 'call-centre' },
  chen: { name: '陈卫', role: 'coordinator', department: 'call-centre' },
  wu: { name: '吴刚', role: 'handler', department: 'quality' },
  zhao: { name: '赵敏', role: 'manager', department: 'quality' },
  sun: { name: '孙磊', role: 'handler', department: 'after-sales' },
  qian: { name: '钱芳', role: 'manager', department: 'after-sales' },
  li: { name: '李强', role: 'handler', department: 'logistics' },
  gao: { name: '高远', role: 'leader', department: 'management' },
  he: { name: '何平', role: 'leader', department: 'management' },
};

const departments = [
  ['quality', '质量部'],
  ['after-sales', '售后服务部'],
  ['logistics', '物流部'],
  ['management', '总经理办公室'],
] as const;

export const storyPassword = 'a-good-long-password';

/**
 * Departments and accounts. Executives are told in the order in which their accounts were made: 高远, then 何平.
 *
 * @param passAMoment between two accounts, so that there is an order
 * @returns names by account id
 */
export async function foundStoryCompany(url: string, passAMoment: () => void): Promise<ReadonlyMap<string, string>> {
  const admin = await ApiClient.signIn(url, 'admin', adminPassword);
  const made = async (path: string, body: object) => {
    const answer = await admin.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return String(answer.body['id']);
  };
  for (const [code, name] of departments) await made('/departments', { code, name });
  const names = new Map<string, string>();
  for (const [username, { name, role, department }] of Object.entries(storyPeople)) {
    const id = await made('/users', { username, password: storyPassword, name, roles: [role], departments: [department] });
    names.set(id, `${name} (${role})`);
    passAMoment();
  }
  return names;
}

export function signInToStory(url: string, username: string): Promise<ApiClient> {
  return ApiClient.signIn(url, username, storyPassword);
}
