import { campaignOf, takeOne, type GovernedCampaign } from '@ledgerline/outreach';
import type { CommandReply } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { requestOf, type Desk } from './desk.js';
import { workingMinutesBefore } from './working-time.js';

const [aDay, minute] = [540, 60_000];

export interface Caller {
  readonly name: string;
  readonly phone: string;
}

/** What came of calling one of the list; in turn, so many working minutes before the start. */
interface Made {
  readonly who: string;
  readonly ago: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const answered = (who: string, ago: number, answers: Readonly<Record<string, unknown>>): Made => ({
  who,
  ago,
  body: { outcome: 'reached', answers },
});
const tried = (who: string, ago: number, outcome: string, more: object = {}): Made => ({
  who,
  ago,
  body: { outcome, ...more },
});

/** By their place in the list; whoever comes after these waits still. Nobody is tried twice at the same hour. */
const made: readonly (readonly Made[])[] = [
  [answered('wang.li', 6 * aDay, { solved: true, overall: 5, recommend: 9, comment: '师傅很准时，态度也好。' })],
  [answered('chen.jie', 6 * aDay - 20, { solved: true, overall: 4, recommend: 8 })],
  [answered('wang.li', 6 * aDay - 40, { solved: false, 'why-not': ['slow', 'unanswered'], overall: 2, comment: '等了十天，没有人来电话。' })],
  [tried('chen.jie', 5 * aDay, 'no-answer'), answered('wang.li', 3 * aDay - 150, { solved: true, overall: 5 })],
  [tried('wang.li', 5 * aDay - 15, 'refused', { doNotCall: true, note: '不希望再接到回访电话。' })],
  [tried('chen.jie', 5 * aDay - 30, 'wrong-number', { note: '接听的人不认识这位客户。' })],
  [tried('wang.li', 4 * aDay, 'busy'), tried('chen.jie', 2 * aDay - 140, 'no-answer')],
  [answered('chen.jie', 2 * aDay - 25, { solved: false, 'why-not': ['result'], overall: 3, comment: '修好一周后又坏了，想换新的。' })],
]; // prettier-ignore

/** Calls again when it suits them; the first one then. */
const appointment = { who: 'wang.li', ago: aDay, note: '正在开会，约明天上午。' };

/** R9: a survey under way, by the script that ships. @param callers whom it calls @returns the calls, in the order of the list */
export async function callOut(anchor: number, callers: readonly Caller[], desk: Desk): Promise<readonly string[]> {
  const campaign = desk.idOf('campaign');
  desk.now = workingMinutesBefore(anchor, 8 * aDay);
  await give('sun.hao', 'open-campaign', campaign, {
    title: '售后满意度回访 After-sales survey',
    text: '近两个月办结的来电人，听听他们对处理结果和服务的看法。',
    purpose: 'satisfaction-survey',
    script: 'satisfaction',
    from: instantText(desk.now),
    until: instantText(anchor + 30 * 24 * 60 * minute),
    calendar: 'repair-centre',
  });
  const rows = callers.map((contact, place) => ({ line: place + 2, contact }));
  const calls = idsIn(await give('sun.hao', 'list-calls', campaign, { source: 'table', rows }));
  const call = async (nth: number, { who, ago, body }: Made) => {
    desk.now = workingMinutesBefore(anchor, ago);
    await take(who, calls[nth] as string);
    desk.now += 3 * minute;
    await give(who, 'record-call-attempt', calls[nth] as string, { campaign, ...body }, ` at ${ago}`);
  };
  for (const [nth, attempts] of made.entries()) for (const attempt of attempts) await call(nth, attempt);
  await call(made.length, tried(appointment.who, appointment.ago, 'call-later', { note: appointment.note, appointment: tomorrowMorning(anchor) })); // prettier-ignore
  await respectDoNotCall(callers[made.length + 1] as Caller, calls[made.length + 1] as string);
  return calls;

  /** Listed before they said that they do not want to be called: found when their turn comes. */
  async function respectDoNotCall({ phone }: Caller, listed: string): Promise<void> {
    desk.now = workingMinutesBefore(anchor, aDay - 60);
    const { ids } = await desk.ledgerline.ask<{ readonly ids: readonly string[] }>('intake', 'customers-of', { body: { phone } });
    const said = requestOf(desk, { who: 'chen.jie', call: 'set-do-not-call', id: ids[0] as string, body: { reason: '来电人说：以后不要再打电话回访。' } }); // prettier-ignore
    await desk.give('intake', 'set-do-not-call', said);
    await take('wang.li', listed);
  }

  /** Of the list alone the next-call command knows what is due; lists are filled when the server starts. */
  async function take(who: string, id: string): Promise<void> {
    const request = requestOf(desk, { who, call: 'take-next-call', id: campaign, body: {}, which: ` ${id} ${desk.now}` });
    const governed = (await campaignOf(campaign, desk.ledgerline)) as GovernedCampaign;
    await takeOne(id, { request, governed, at: instantText(desk.now), ledgerline: desk.ledgerline });
  }

  function give(who: string, command: string, id: string, body: object, which = ''): Promise<CommandReply> {
    return desk.give('outreach', command, requestOf(desk, { who, call: command, id, body, which }));
  }
}

function idsIn(reply: CommandReply): readonly string[] {
  const items = reply.kind === 'accepted' ? (reply.facts?.['items'] as readonly { readonly id?: string }[]) : [];
  return items.map(({ id }) => id as string);
}

function tomorrowMorning(anchor: number): string {
  const now = Temporal.Instant.fromEpochMilliseconds(anchor).toZonedDateTimeISO('Asia/Shanghai');
  return instantText(now.add({ days: 1 }).withPlainTime({ hour: 10 }).epochMilliseconds);
}
