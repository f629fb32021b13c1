import { adminPassword, ApiClient, type Installation } from '@ledgerline/installation';
import { callOut } from './calling-out.ts';
import { password, registered, stepsOn } from './found-company.ts';

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

/** Something of everything that the pages show, over the API: a missed call, a restriction, articles, a burst, a rota, a token, a webhook, results under review and published. */
export async function furnish({ url }: Installation): Promise<void> {
  const [agent, coordinator, leader, editor, writer] = await Promise.all(
    ['zhang', 'li', 'wang', 'xu', 'he'].map((who) => ApiClient.as(url, who, password)),
  );
  const made = async (client: ApiClient | undefined, path: string, body: object = {}) => {
    const answer = await (client as ApiClient).post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const missed = { channel: 'phone', direction: 'inbound', from: '138 1111 2222', to: '400-000-0000', outcome: 'missed' };
  await made(agent, '/contacts', { ...missed, at: new Date(Date.now() - 600_000).toISOString() });
  const customer = await made(agent, '/customers', { name: '骚扰者', phone: '139 9999 0000' });
  await made(coordinator, `/customers/${String(customer['id'])}/restrictions`, { until: tomorrow(), reason: '反复辱骂坐席' });
  const article = {
    department: 'quality',
    title: '冰箱不制冷怎么办',
    text: '先看温控，再听压缩机。',
    keywords: ['冰箱'],
    items: ['fault'],
  };
  const { id, code } = await made(writer, '/knowledge', { ...article, public: true });
  await made(writer, `/knowledge/${String(id)}/submit`);
  await made(editor, `/knowledge/${String(id)}/approve`);
  await made(agent, `/knowledge/${String(code)}/propose-correction`, { text: '还应提醒先断电。' });
  for (let n = 1; n <= 10; n += 1)
    await registered(agent as ApiClient, {
      subject: `停水 ${n}`,
      item: 'other',
      caller: { phone: `1360000${1_000 + n}` },
      location: { district: 'pudong' },
    });
  const accounts = await (leader as ApiClient).get('/users');
  const wang = (accounts.body['items'] as { id: string; username: string }[]).find(({ username }) => username === 'wang');
  const rota = {
    code: 'executives',
    effectiveFrom: '2026-01-01T00:00:00Z',
    timeZone: 'Asia/Shanghai',
    order: [wang?.id],
    rota: [{ executive: wang?.id, days: ['mon', 'tue'], from: '18:00', to: '09:00' }],
  };
  const rule = {
    code: 'service',
    effectiveFrom: '2026-01-01T00:00:00Z',
    title: '服务规范',
    paragraphs: [{ number: '1', text: '接听须在 15 秒内。' }],
  };
  const template = {
    code: 'delay',
    effectiveFrom: '2026-01-01T00:00:00Z',
    texts: { zh: { text: '工单 {{ticket.number}} 将延期。' } },
  };
  for (const [path, body] of [['duty-rotas', rota], ['rules', rule], ['templates', template]] as const) {
    const drafted = String((await made(coordinator, `/${path}`, body))['id']);
    await made(coordinator, `/${path}/${drafted}/submit`);
    await made(leader, `/${path}/${drafted}/approve`);
  } // prettier-ignore
  const admin = await ApiClient.as(url, 'admin', adminPassword);
  await made(admin, '/tokens', { name: '短信网关', roles: ['agent'] });
  const webhook = await made(admin, '/webhooks', { name: '物流平台', url: 'https://receiver.example/feed', roles: ['auditor'] });
  await made(admin, `/webhooks/${String(webhook['id'])}/pause`, { reason: '对方维护' });
  await toReview(url);
  await publish(url);
  await propose(url);
  await callOut(url);
  await saveSegment(url);
}

/** A segment of the customer base. */
async function saveSegment(url: string): Promise<void> {
  const coordinator = await ApiClient.as(url, 'li', password);
  const body = { name: '空调老客户', purpose: 'analysis', filter: { product: 'x-200', preferredChannel: 'email' } };
  const { status } = await coordinator.post('/customer-segments', body);
  if (status !== 201) throw new Error(`a segment: ${status}`);
}

/** A ticket whose result a department's manager has to look at. */
async function toReview(url: string): Promise<void> {
  const { id } = await registered(await ApiClient.as(url, 'zhang', password), { subject: '电梯异响' });
  await proposed(stepsOn(url, id), { result: '已更换导靴。', reply: '电梯已修好。', publishable: true });
}

/** A ticket all the way to a result that anybody may read. */
async function publish(url: string): Promise<void> {
  const { id } = await registered(await ApiClient.as(url, 'zhang', password), { subject: '路灯不亮' });
  const step = stepsOn(url, id);
  await proposed(step, { result: '已更换灯泡。', reply: '路灯已修好。', publishable: true });
  await step('zhao', 'approve-result');
  await step('zhang', 'accept-result');
  await step('zhang', 'reply', { channel: 'phone' });
  await step('li', 'publish', { title: '小区路灯已修复', text: '灯泡已更换，恢复照明。' });
}

/** An improvement that two callers asked for: it has an outcome, of which one of them knows. */
async function propose(url: string): Promise<void> {
  const [agent, manager] = await Promise.all(['zhang', 'zhao'].map((who) => ApiClient.as(url, who, password)));
  const made = async (client: ApiClient | undefined, path: string, body: object) => {
    const answer = await (client as ApiClient).post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const [one, two] = [
    await registered(agent as ApiClient, { subject: '建议加装防滑垫', kind: 'opinion' }),
    await registered(agent as ApiClient, { subject: '地面太滑', kind: 'opinion' }),
  ];
  const raised = { title: '营业厅加装防滑垫', text: '雨天地面湿滑，多位来电人建议加装防滑垫。', department: 'quality' };
  const { id } = await made(agent, '/proposals', {
    ...raised,
    item: 'suggestion',
    period: '2026-W40',
    tickets: [one.id, two.id],
  });
  const step = (who: ApiClient | undefined, name: string, body: object) => made(who, `/proposals/${String(id)}/${name}`, body);
  await step(manager, 'take-up', { dueBy: tomorrow() });
  await step(manager, 'carry-out', { text: '各营业厅已加装防滑垫。' });
  await step(agent, 'tell-callers', { tickets: [one.id], channel: 'phone', text: '您建议的防滑垫已经装好。' });
}

async function proposed(step: ReturnType<typeof stepsOn>, result: object): Promise<void> {
  await step('li', 'route', { lead: 'quality' });
  await step('chen', 'accept');
  await step('chen', 'submit-result', result);
}
