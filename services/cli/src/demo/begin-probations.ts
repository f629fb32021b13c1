import { requestOf, type Desk } from './desk.js';

const day = 24 * 60 * 60 * 1_000;

interface Newcomer {
  readonly name: string;
  readonly identityNumber: string;
  readonly department: string;
  readonly post: string;
  /** Days before the start on which they reported. */
  readonly reported: number;
  readonly regularWage: number;
}

/** One whose last day comes in some weeks, and one who has just come. */
const newcomers: readonly Newcomer[] = [
  { name: '李雷 Li Lei', identityNumber: 'D00000001', department: 'after-sales', post: 'technician', reported: 70, regularWage: 800_000 },
  { name: '韩梅梅 Han Meimei', identityNumber: 'D00000002', department: 'stores', post: 'till-cashier', reported: 6, regularWage: 650_000 },
]; // prettier-ignore

/** R13: two people on probation, as personnel and the office lead them. @param anchor when the demo starts */
export async function beginProbations(anchor: number, desk: Desk): Promise<void> {
  for (const newcomer of newcomers) {
    const { reported, ...person } = newcomer;
    desk.now = anchor - reported * day;
    const on = Temporal.Instant.fromEpochMilliseconds(desk.now).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
    const body = { ...person, reportsOn: on, contractTerm: 'open-ended' };
    const reply = await desk.give('administration', 'begin-probation', request('luo.xin', 'begin-probation', person.name, body));
    if (reply.kind !== 'accepted') continue;
    const { id } = reply;
    const step = (who: string, call: string, more: object, which = '') =>
      desk.give('administration', call, { ...request(who, call, `${person.name}${which}`, more), id });
    await step('luo.xin', 'tell-employment-conditions', { conditions: ['三个月内独立工作', '无重大差错'], toldOn: on });
    await step('luo.xin', 'record-entry-document', { document: 'identity-card', kept: 'copy' });
    for (const formality of ['supplies', 'badge', 'attendance-card'])
      await step('deng.ke', 'complete-formality', { formality }, formality);
  }

  function request(who: string, call: string, which: string, body: object) {
    return requestOf(desk, { who, call, id: '', body, which });
  }
}
