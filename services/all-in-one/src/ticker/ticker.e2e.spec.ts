import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { sleep } from '@ledgerline/host';
import { eventually } from '@ledgerline/installation';
import { HostWithClock, SettableClock } from './host-with-clock.js';

jest.setTimeout(240_000);

const opened: HostWithClock[] = [];
afterEach(async () => {
  for (const host of opened.splice(0)) await host.stop();
});

/** Monday 2 March 2026, working hours 09:00–12:00 and 13:30–18:00. */
async function startedAt(time: string, env: Readonly<Record<string, string>> = {}) {
  const clock = new SettableClock(Temporal.Instant.from(`${time.replace(' ', 'T')}+08:00`).epochMilliseconds);
  const host = await HostWithClock.start(clock, env);
  opened.push(host);
  return { host, clock };
}

async function account(host: HostWithClock, username: string, roles: readonly string[], departments: readonly string[] = []) {
  const body = { username, name: username, password: 'a-good-long-password', roles, departments };
  const reply = await host.send('administration', 'create-user', username, { body });
  if (reply.kind !== 'accepted') throw new Error(reply.code);
  return reply.id;
}

async function department(host: HostWithClock, code: string) {
  await host.accepted('administration', 'create-department', code, { body: { code, name: code } });
}

describe('the ticker', () => {
  test('warns, tells a breach, escalates, each once and to whom it concerns', async () => {
    const { host, clock } = await startedAt('2026-03-02 09:30');
    await department(host, 'quality');
    const manager = await account(host, 'quality-m', ['manager'], ['quality']);
    const coordinator = await account(host, 'coord', ['coordinator'], ['call-centre']);
    const ticket = await host.register();
    await host.accepted('routing', 'route', ticket, { body: { lead: 'quality' } });
    await host.accepted('department', 'accept', ticket, { body: { department: 'quality' }, by: 'h1', roles: ['handler'] });
    await host.settled();
    expect(await host.told(ticket)).toEqual([]);
    clock.passTo('2026-03-04 12:00');
    await host.settled();
    const told = await host.told(ticket);
    expect(told).toContain('DeadlineWarned handle:1#warning-0.5');
    clock.passTo('2026-03-06 09:30');
    await host.settled();
    const all = await host.told(ticket);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(
      expect.arrayContaining([
        'DeadlineWarned handle:1#warning-0.8',
        'DeadlineBreached handle:1#breach',
        'DeadlineEscalated handle:1#escalation-0',
      ]),
    );
    const events = await host.events(ticket);
    const of = (type: string, step: string) =>
      events.find((one) => one.type === type && String((one.data as { step?: string }).step).startsWith(step))?.data;
    expect(of('DeadlineBreached', 'handle:1')).toMatchObject({ department: 'quality', told: ['h1'] });
    expect(of('DeadlineEscalated', 'handle:1')).toMatchObject({ to: 'manager', told: [manager] });
    expect(of('DeadlineBreached', 'first-response:1')).toMatchObject({ told: [coordinator] });
  });

  test('tells that nobody called back, until somebody does', async () => {
    const { host, clock } = await startedAt('2026-03-02 10:00');
    const coordinator = await account(host, 'coord', ['coordinator'], ['call-centre']);
    const call = { channel: 'phone', direction: 'inbound', from: '+8613800138000', at: '2026-03-02T01:59:00Z' };
    const [missed, returned] = ['call-1', 'call-2'];
    for (const id of [missed, returned])
      await host.accepted('intake', 'record-contact', id as string, { body: { ...call, outcome: 'missed' } });
    await host.settled();
    await host.accepted('intake', 'return-call', returned as string);
    clock.pass(3 * 3_600_000);
    await host.settled();
    const told = await host.told(missed as string, 'contact');
    expect(told).toEqual([
      'ReturnCallWarned return-call:1#warning-0.5', 'ReturnCallWarned return-call:1#warning-0.8',
      'ReturnCallBreached return-call:1#breach', 'ReturnCallEscalated return-call:1#escalation-0',
    ]); // prettier-ignore
    const [breach] = (await host.events(missed as string, 'contact')).filter(({ type }) => type === 'ReturnCallBreached');
    expect(breach?.data).toMatchObject({ told: [coordinator] });
    expect(await host.told(returned as string, 'contact')).toEqual([]);
  });

  test('a clock that somebody sets makes it keep still, and it says so; set back, it goes on', async () => {
    const { host, clock } = await startedAt('2026-03-02 09:30');
    const ticket = await host.register();
    await host.settled();
    clock.jump(86_400_000);
    await host.settled();
    // What a process says of itself goes to the gateway over the bus; other loops that go by the clock say so too, each when it next looks.
    const keepsStill = async (does: boolean) => {
      for (;;) {
        const ready = await (await fetch(`${host.running.address}/health/ready`)).json();
        const { keepsStill: said } = ready as { keepsStill?: readonly { loop: string; why: string }[] };
        const ticker = said?.find(({ loop }) => loop === 'ticker');
        if (does ? ticker !== undefined : said === undefined) return ticker;
        await sleep(50);
      }
    };
    expect(await keepsStill(true)).toEqual({ process: expect.any(String), loop: 'ticker', why: 'the clock jumped by 86400 s' });
    expect(await host.told(ticket)).toEqual([]);
    clock.jump(-86_400_000);
    await host.settled();
    expect(await keepsStill(false)).toBeUndefined();
    clock.passTo('2026-03-02 12:00');
    await host.settled();
    expect(await host.told(ticket)).toContain('DeadlineWarned first-response:1#warning-0.5');
  });

  test('after a day’s outage everything is told in order, none skipped, as late', async () => {
    const { host, clock } = await startedAt('2026-03-02 09:30');
    const ticket = await host.register();
    await host.settled();
    await host.stop();
    opened.splice(0);
    clock.passTo('2026-03-03 10:00');
    opened.push(await HostWithClock.start(clock, { LEDGERLINE_DATA: host.data }));
    const again = opened[0] as HostWithClock;
    await again.settled();
    const told = (await again.events(ticket))
      .filter(({ meta }) => meta.actor.id === 'ticker')
      .map(({ data }) => data as { plannedFor: string; lateBy?: number; step: string });
    expect(told.length).toBeGreaterThan(5);
    expect(told.map(({ plannedFor }) => plannedFor)).toEqual(told.map(({ plannedFor }) => plannedFor).toSorted());
    for (const { plannedFor, lateBy } of told) expect(lateBy).toBe(Math.round((clock.now() - Date.parse(plannedFor)) / 1_000));
    expect(new Set(told.map(({ step }) => step)).size).toBe(told.length);
  });

  test('an urgent event at night: who is on duty at once, reminded, then the next ones until somebody acknowledges', async () => {
    const { host, clock } = await startedAt('2026-03-02 23:00');
    const executives = [
      await account(host, 'boss', ['leader']),
      await account(host, 'vice', ['leader']),
      await account(host, 'third', ['chairman']),
    ];
    const body = {
      code: 'default',
      effectiveFrom: '2026-01-01T00:00:00Z',
      timeZone: 'Asia/Shanghai',
      order: ['boss', 'vice', 'third'],
      rota: [{ executive: 'vice', days: ['mon'], from: '18:00', to: '08:00' }],
    };
    const draft = { type: 'duty-rota', code: 'default' };
    await host.accepted('administration', 'draft-document', 'default', { body: { ...draft, body } });
    await host.accepted('administration', 'submit-document', 'default', { body: { ...draft, draft: 1 } });
    await host.accepted('administration', 'approve-document', 'default', { body: { ...draft, draft: 1 }, by: 'another' });
    const ticket = await host.register({ level: 'urgent' });
    const [boss, vice, third] = executives;
    const alerted = async () =>
      (await host.events(ticket))
        .filter(
          ({ type, data }) =>
            type === 'ExecutivesAlerted' ||
            (type === 'DeadlineEscalated' && (data as { clock: string }).clock === 'acknowledge-urgent'),
        )
        .map(({ data }) => (data as { told: readonly string[] }).told[0]);
    await host.settled();
    await eventually(async () => expect(await alerted()).toEqual([vice]));
    clock.pass(8 * 60_000);
    await host.settled();
    await eventually(async () => expect(await alerted()).toEqual([vice, vice]));
    clock.pass(8 * 60_000);
    await host.settled();
    await eventually(async () => expect(await alerted()).toEqual([vice, vice, third]));
    clock.pass(10 * 60_000);
    await host.settled();
    await eventually(async () => expect(await alerted()).toEqual([vice, vice, third, boss]));
    await host.accepted('routing', 'acknowledge-urgent', ticket);
    clock.pass(3_600_000);
    await host.settled();
    expect(await alerted()).toEqual([vice, vice, third, boss]);
  });

  test('does what time decides: refuses an extension, ends a wait for the caller, archives', async () => {
    const { host, clock } = await startedAt('2026-03-02 09:30', { LEDGERLINE_ARCHIVE_AFTER_DAYS: '30' });
    await department(host, 'quality');
    const extended = await host.register();
    const asked = await host.register();
    for (const ticket of [extended, asked]) {
      await host.accepted('routing', 'route', ticket, { body: { lead: 'quality' } });
      await host.accepted('department', 'accept', ticket, { body: { department: 'quality' } });
    }
    await host.accepted('department', 'request-extension', extended, {
      body: { department: 'quality', by: '2026-03-09T10:00:00Z', reason: 'r' },
    });
    await host.accepted('department', 'request-information', asked, { body: { department: 'quality', question: 'q' } });
    await host.settled();
    clock.passTo('2026-03-05 18:01');
    await host.settled();
    expect((await host.events(extended)).some(({ type }) => type === 'ExtensionRefused')).toBe(true);
    expect(await host.told(asked)).not.toContain('DeadlineBreached handle:1#breach');
    clock.passTo('2026-03-20 18:01');
    await host.settled();
    expect(await host.told(asked)).toContain('CallerFellSilent information:1#silence');
    await host.accepted('intake', 'withdraw', asked, { body: { reason: 'r' } });
    clock.pass(29 * 86_400_000);
    await host.settled();
    expect(await host.told(asked)).not.toContain('TicketArchived');
    clock.pass(86_400_000);
    await host.settled();
    expect(await host.told(asked)).toContain('TicketArchived');
  });
});
