import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { clockBook, clocksOfTicket, documentFold, openDeadlines, readRulebook, stepId, type Rulebook } from '@ledgerline/domain';
import type { CommandReply } from '@ledgerline/host';
import { streamName, type RecordedEvent } from '@ledgerline/kernel';
import { ReportingModule } from '@ledgerline/reporting';
import { HostWithClock, SettableClock } from './host-with-clock.js';

jest.setTimeout(24 * 3_600_000);

/** Rounds of each ticket, and the time that passes in one: a little more than an hour. */
const [rounds, step] = [110, 61 * 60_000];
/** Thousands of rounds in all; `LEDGERLINE_ROUNDS=20000` makes it more, on more tickets. */
const tickets = Math.ceil(Number(process.env['LEDGERLINE_ROUNDS'] ?? 2_200) / rounds);

type Act = readonly [service: string, command: string, options: Parameters<HostWithClock['send']>[3]];

const quality = { roles: ['manager'], departments: ['quality'], by: 'quality-m' };
const sales = { roles: ['manager'], departments: ['sales'], by: 'sales-m' };
const coordinator = { roles: ['coordinator'], departments: ['call-centre'], by: 'coord' };

/** What each of the three does in a round, by turns that do not keep step with one another. */
function actsOf(round: number, ticket: number, clock: SettableClock): readonly Act[] {
  const turn = (of: number, shift: number) => (round * shift + ticket * 3) % of;
  const later = new Date(clock.now() + 40 * 3_600_000).toISOString();
  const worksOn = (department: string, who: typeof quality, shift: number): Act => {
    const acts: readonly Act[] = [
      ['department', 'record-progress', { ...who, body: { department, text: 'p', toldCaller: round % 9 === 0 } }],
      ['department', 'hold', { ...who, body: { department, reason: 'third-party', note: 'n' } }],
      ['department', 'resume', { ...who, body: { department } }],
      ['department', 'request-information', { ...who, body: { department, question: 'q' } }],
      ['department', 'receive-information', { ...who, body: { text: 'a' } }],
      ['department', 'request-extension', { ...who, body: { department, by: later, reason: 'r' } }],
      ['department', 'endorse-extension', { ...who, body: { department } }],
      ['notification', 'acknowledge-urge', { ...who, body: { department } }],
    ];
    return acts[turn(acts.length, shift)] as Act;
  };
  const coordinates: readonly Act[] = [
    ['notification', 'urge', { ...coordinator, body: { department: 'quality', text: 'u' } }],
    ['notification', 'guide', { ...coordinator, body: { department: 'sales', text: 'g' } }],
    ['department', 'grant-extension', { ...coordinator, body: { department: 'quality' } }],
    ['department', 'refuse-extension', { ...coordinator, body: { department: 'sales', reason: 'r' } }],
    ['intake', 'add-message', { ...coordinator, body: { from: 'caller', text: 'm', attachments: [] } }],
    ['routing', 'route', { ...coordinator, body: { lead: 'sales', coHandling: ['quality'] } }],
    ['routing', 'route', { ...coordinator, body: { lead: 'quality', coHandling: ['sales'] } }],
  ];
  return [worksOn('quality', quality, 5), worksOn('sales', sales, 7), coordinates[turn(coordinates.length, 3)] as Act];
}

describe('two departments, a coordinator and the ticker on one ticket at once', () => {
  let host: HostWithClock;
  const clock = new SettableClock(Temporal.Instant.from('2026-03-02T09:30:00+08:00').epochMilliseconds);
  const ids: string[] = [];
  const replies: { readonly ticket: string; readonly reply: CommandReply }[] = [];
  let rulebook: Rulebook;

  beforeAll(async () => {
    host = await HostWithClock.start(clock);
    for (const code of ['quality', 'sales'])
      await host.accepted('administration', 'create-department', code, { body: { code, name: code } });
    for (let ticket = 0; ticket < tickets; ticket += 1) {
      const id = await host.register();
      await host.accepted('routing', 'route', id, { body: { lead: 'quality', coHandling: ['sales'] } });
      await host.accepted('department', 'accept', id, { ...quality, body: { department: 'quality' } });
      await host.accepted('department', 'accept', id, { ...sales, body: { department: 'sales' } });
      ids.push(id);
    }
    for (let round = 0; round < rounds; round += 1) {
      clock.pass(step);
      await Promise.all(
        ids.flatMap((ticket, place) =>
          actsOf(round, place, clock).map(async ([service, command, options]) => {
            replies.push({ ticket, reply: await host.send(service, command, ticket, options) });
          }),
        ),
      );
    }
    await host.settled();
    const { commands } = host.running.ledgerline;
    rulebook = await readRulebook((type, code) =>
      commands.current(streamName('document', `${type}-${code}`), documentFold).then(({ state }) => state),
    );
  });
  afterAll(() => host.stop());

  const told = (events: readonly RecordedEvent[]) =>
    events.filter(({ meta, data }) => meta.actor.id === 'ticker' && 'step' in (data as object));
  const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

  test('no update is lost: whatever was accepted stands where its answer says, and nothing else does', async () => {
    const accepted = replies.flatMap(({ ticket, reply }) =>
      reply.kind === 'accepted' ? [{ ticket, events: reply.events }] : [],
    );
    expect(replies.length).toBe(tickets * rounds * 3);
    expect(accepted.length).toBeGreaterThan(tickets * rounds);
    for (const id of ids) {
      const events = await host.events(id);
      expect(events.map(({ version }) => version)).toEqual(events.map((_event, place) => place + 1));
      const answered = accepted.filter(({ ticket }) => ticket === id).flatMap((one) => one.events);
      const stand = new Map(events.map((event) => [event.id, event]));
      for (const { id: event, version, type } of answered) expect(stand.get(event)).toMatchObject({ version, type });
      const byPeople = events.slice(4).filter(({ meta }) => meta.actor.kind !== 'system');
      expect(byPeople.map((event) => event.id).toSorted()).toEqual(answered.map((event) => event.id).toSorted());
    }
  });

  test('nothing is told twice, and each was due when it was told, on the ticket as it stood', async () => {
    let count = 0;
    for (const id of ids) {
      const events = await host.events(id);
      const steps = told(events);
      expect(new Set(steps.map(({ data }) => (data as { step: string }).step)).size).toBe(steps.length);
      for (const { version, meta, data } of steps) {
        const at = instant(meta.at);
        const due = openDeadlines(clockBook(events.slice(0, version - 1)), rulebook, at).steps.filter((one) => one.at <= at);
        expect(due.map(stepId)).toContain((data as { step: string }).step);
      }
      count += steps.length;
    }
    expect(count).toBeGreaterThan(tickets * 10);
  });

  test('nothing that is due was left out', async () => {
    for (const id of ids) {
      const events = await host.events(id);
      expect(openDeadlines(clockBook(events), rulebook, clock.now()).steps.filter(({ at }) => at <= clock.now())).toEqual([]);
    }
  });

  test('the sheet, kept event by event, is right to the millisecond', async () => {
    const sheet = ReportingModule.service.projections?.find(({ collection }) => collection.name === 'deadlines');
    const collection = await host.running.ledgerline.live(sheet?.collection as never);
    for (const id of ids) {
      const events = await host.events(id);
      const last = instant(events.at(-1)?.meta.at ?? '');
      const { clocks } = clocksOfTicket(events, rulebook, last);
      const open = clocks.filter(({ state }) => !['met', 'cancelled'].includes(state));
      const rows = (await collection.rowsOf([id])).get(id)?.filter(({ scope }) => scope === 'clock') ?? [];
      const shown = new Map(rows.map((row) => [row['instance'], row['due']]));
      expect([...shown.keys()].toSorted()).toEqual(open.map(({ instance }) => instance).toSorted());
      for (const { instance, due, state } of open) {
        // A hold goes on moving the due time; the sheet has it as it was at the last event that moved a clock.
        if (due === null || state === 'held') continue;
        expect([instance, instant(String(shown.get(instance)))]).toEqual([instance, instant(due)]);
      }
    }
  });

  test('departments that change their part keep assignment and clock', async () => {
    for (const id of ids) {
      const events = await host.events(id);
      const handles = clockBook(events).runs.filter(({ clock: name }) => name === 'handle');
      expect(handles.map(({ department, end }) => [department, end])).toEqual([
        ['quality', undefined],
        ['sales', undefined],
      ]);
      expect(events.filter(({ type }) => type === 'TicketRouted').length).toBeGreaterThan(2);
    }
  });

  test('the time by holder adds up to the whole', async () => {
    for (const id of ids) {
      const { holders } = clocksOfTicket(await host.events(id), rulebook, clock.now());
      expect(holders).toHaveLength(1);
      for (const { parts, whole } of holders)
        for (const amount of ['elapsedSeconds', 'workingSeconds'] as const)
          expect(parts.reduce((sum, part) => sum + part[amount], 0)).toBeCloseTo(whole[amount], 3);
    }
  });
});
