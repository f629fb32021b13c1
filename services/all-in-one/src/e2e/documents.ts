import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, type Installation } from '@ledgerline/installation';

interface Listed {
  readonly code: string;
  readonly inForce: Record<string, unknown>;
}

/** Governed documents: what a new installation has, and what is not put in force. */
export function documents(installation: () => Installation): void {
  const admin = () => ApiClient.as(installation().url, 'admin', adminPassword);
  const shipped = async (path: string, code: string): Promise<Record<string, unknown>> => {
    const { body } = await (await admin()).get(`/${path}`);
    const found = (body['items'] as readonly Listed[]).find((one) => one.code === code);
    if (!found) throw new Error(`no ${code} among ${path}`);
    return found.inForce;
  };

  test('a new installation has a calendar, policies, a routing table and an item tree in force', async () => {
    const calendar = await shipped('calendars', 'default');
    expect(calendar).toMatchObject({
      timeZone: 'Asia/Shanghai',
      week: {
        mon: [
          ['09:00', '12:00'],
          ['13:30', '18:00'],
        ],
      },
    });
    expect(calendar['holidays']).toContain('2026-10-01');
    expect(Object.keys(calendar['makeUpDays'] as object)).toContain('2026-10-10');
    expect(await shipped('policies', 'company')).toMatchObject({ repliesBy: 'call-centre', checkResults: true });
    expect(await shipped('routing-tables', 'default')).toMatchObject({ fallback: 'call-centre' });
    expect((await shipped('items', 'company'))['items']).toHaveLength(12);
  });

  test.each<[string, string, string, Record<string, unknown>, string]>([
    ['a zone that is none', 'calendars', 'default', { timeZone: 'Mars/Olympus' }, '/timeZone'],
    ['a day that is none', 'calendars', 'default', { holidays: ['2026-02-30'] }, '/holidays/0'],
    ['a shift at no time', 'calendars', 'default', { week: { mon: [['9:00', '25:00']] } }, '/week/mon/0'],
    [
      'shifts that overlap',
      'calendars',
      'default',
      {
        week: {
          mon: [
            ['09:00', '12:00'],
            ['11:00', '18:00'],
          ],
        },
      },
      '/week/mon/1',
    ],
    ['a week without work', 'calendars', 'default', { week: {} }, '/week'],
    [
      'clocks that are none',
      'policies',
      'company',
      { clocks: [{ clock: 'tea', within: 'PT1H', calendar: 'default' }] },
      '/clocks/0/clock',
    ],
    [
      'a limit of nothing',
      'policies',
      'company',
      { clocks: [{ clock: 'reply', within: 'PT0S', calendar: 'default' }] },
      '/clocks/0/within',
    ],
    [
      'a calendar nobody knows',
      'policies',
      'company',
      { clocks: [{ clock: 'reply', within: 'P1D', calendar: 'lunar' }] },
      '/clocks/0/calendar',
    ],
    [
      'two rules that can both match',
      'policies',
      'company',
      {
        clocks: [
          { clock: 'reply', when: { kind: 'complaint' }, within: 'P1D', calendar: 'default' },
          { clock: 'reply', when: { level: 'general' }, within: 'P2D', calendar: 'default' },
        ],
      },
      '/clocks/1/when',
    ],
    [
      'an item that stands twice',
      'items',
      'company',
      {
        items: [
          { code: 'a', zh: '甲', en: 'A' },
          { code: 'a', zh: '甲', en: 'A' },
        ],
      },
      '/items/1/code',
    ],
    ['a department nobody knows', 'routing-tables', 'default', { fallback: 'nowhere' }, '/fallback'],
  ])('%s keeps a draft from being made', async (_, path, code, change, pointer) => {
    const answer = await (await admin()).post(`/${path}`, { ...(await shipped(path, code)), ...change });
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid-document']);
    expect((answer.body['errors'] as readonly { pointer: string }[]).map((fault) => fault.pointer)).toContain(pointer);
  });

  test.each([
    ['calendars', 'default'],
    ['policies', 'company'],
    ['policies', 'city-hotline'],
    ['items', 'company'],
    ['items', 'city'],
  ])('of %s the shipped %s is itself a draft without a fault', async (path, code) => {
    const answer = await (await admin()).post(`/${path}`, await shipped(path, code));
    expect([answer.status, answer.body['errors']]).toEqual([201, undefined]);
  });

  test('an item that is in no tree is refused, at registration and later', async () => {
    const ticket = {
      channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 's', description: 'd', caller: { anonymous: true },
    }; // prettier-ignore
    const client = await admin();
    expect(await client.post('/tickets', { ...ticket, item: 'unheard-of' })).toMatchObject({
      status: 400,
      body: { code: 'unknown-item' },
    });
    const { body } = await client.post('/tickets', ticket);
    const reclassified = await client.post(`/tickets/${String(body['id'])}/reclassify`, { item: 'unheard-of', reason: 'r' });
    expect(reclassified).toMatchObject({ status: 400, body: { code: 'unknown-item' } });
  });

  test('the API has a page to try it', async () => {
    const page = await fetch(`${installation().url}/docs`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await fetch(`${installation().url}/api/v1/docs`)).url).toBe(page.url);
    const script = await fetch(`${installation().url}/docs/swagger-ui-bundle.js`);
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await fetch(`${installation().url}/docs/package.json`)).status).toBe(404);
  });
}
