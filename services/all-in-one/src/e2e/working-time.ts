import { describe, expect, test } from '@jest/globals';
import { adminPassword, ApiClient, type Installation } from '@ledgerline/installation';
import { readFileSync } from 'node:fs';

interface Published {
  readonly calendars: Readonly<Record<string, object>>;
  readonly due: readonly { calendar: string; start: string; work: string; due: string }[];
  readonly between: readonly { calendar: string; start: string; end: string; workingSeconds: number }[];
}
const published = JSON.parse(
  readFileSync(new URL('../../../../libs/domain/test-data/working-time/published.json', import.meta.url), 'utf8'),
) as Published;
const office = { timeZone: 'Asia/Shanghai', week: { mon: [['09:00', '17:00']] } };
const start = '2026-09-30T17:00:00+08:00';

/** Working time and policies to try out over HTTP: nothing is written. */
export function workingTime(installation: () => Installation): void {
  const admin = () => ApiClient.as(installation().url, 'admin', adminPassword);
  const pointers = (body: Record<string, unknown>) => (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);

  describe('POST /calendars/compute', () => {
    test('gives the published due times and working seconds on calendars sent with the question', async () => {
      const client = await admin();
      for (const { calendar, start: from, work, due } of published.due) {
        const answer = await client.post('/calendars/compute', { calendar: published.calendars[calendar], start: from, work });
        expect([answer.status, calendar, from, answer.body['due']]).toEqual([200, calendar, from, due]);
      }
      for (const { calendar, start: from, end, workingSeconds } of published.between) {
        const answer = await client.post('/calendars/compute', { calendar: published.calendars[calendar], start: from, end });
        expect([answer.status, answer.body]).toEqual([200, { workingSeconds }]);
      }
    });

    test('counts on a calendar of the installation, in UTC and local time, and explains', async () => {
      const { status, body } = await (await admin()).post('/calendars/compute', { calendar: 'default', start, work: 'PT4H' });
      expect([status, body['due'], body['dueLocal']]).toEqual([200, '2026-10-08T04:00:00Z', '2026-10-08T12:00:00+08:00']);
      expect(body['explanation']).toMatchObject({
        zh: expect.stringContaining('2026-10-01 至 2026-10-07 节假日不计'),
        en: expect.stringContaining('2026-10-01 to 2026-10-07 holidays'),
        steps: [
          { step: 'starts' },
          { step: 'counts', seconds: 3_600 },
          { step: 'free', days: 7 },
          { step: 'counts' },
          { step: 'due' },
        ],
      });
      const long = await (await admin()).post('/calendars/compute', { calendar: 'default', start, work: 'P9999D' });
      expect(long.status).toBe(200);
    });

    test.each<[string, object, string, string | undefined]>([
      ['neither work nor end', { calendar: 'default', start }, 'invalid-body', '/work'],
      ['both', { calendar: 'default', start, work: 'PT1H', end: start }, 'invalid-body', '/work'],
      ['no calendar', { start, work: 'PT1H' }, 'invalid-body', '/calendar'],
      ['a list for a calendar', { calendar: [], start, work: 'PT1H' }, 'invalid-body', '/calendar'],
      ['a limit that is none', { calendar: 'default', start, work: 'tomorrow' }, 'invalid-body', '/work'],
      ['no day', { calendar: 'default', start, work: 'P0D' }, 'invalid-body', '/work'],
      ['a time without offset', { calendar: 'default', start: '2026-09-30T17:00:00', work: 'PT1H' }, 'invalid-body', '/start'],
      [
        'an unknown zone',
        { calendar: { ...office, timeZone: 'Mars/Olympus' }, start, work: 'PT1H' },
        'invalid-body',
        '/calendar/timeZone',
      ],
      ['no week', { calendar: {}, start, work: 'PT1H' }, 'invalid-body', '/calendar/week'],
      ['a calendar nobody knows', { calendar: 'lunar', start, work: 'PT1H' }, 'unknown-calendar', undefined],
      [
        'more work than there ever is',
        { calendar: { ...office, week: { mon: [['09:00', '09:01']] } }, start, work: 'PT99999H' },
        'deadline-out-of-reach',
        undefined,
      ],
    ])('%s', async (_, body, code, pointer) => {
      const answer = await (await admin()).post('/calendars/compute', body);
      expect([answer.status, answer.body['code']]).toEqual([400, code]);
      if (pointer) expect(pointers(answer.body)).toContain(pointer);
    });
  });

  describe('POST /policies/validate', () => {
    const company = async (client: ApiClient) => {
      const { body } = await client.get('/policies');
      return (body['items'] as { code: string; inForce: { clocks: object[] } }[]).find(({ code }) => code === 'company')?.inForce;
    };

    test('finds nothing in what is shipped, and drafts nothing', async () => {
      const client = await admin();
      const before = (await client.get('/policies')).body;
      const answer = await client.post('/policies/validate', await company(client));
      expect([answer.status, answer.body]).toEqual([200, { valid: true, errors: [] }]);
      expect((await client.get('/policies')).body).toEqual(before);
    });

    test('names every fault', async () => {
      const client = await admin();
      const policy = await company(client);
      const clocks = [
        { clock: 'handle', within: 'P3D', calendar: 'default', when: { level: 'general' } },
        { clock: 'handle', within: 'P2D', calendar: 'default', when: { kind: 'complaint' } },
        { clock: 'accept', within: 'PT2H', calendar: 'default', escalate: [['PT0S', 'manager'], ['P1D', 'leader'], ['P2D', 'manager']].map(([after, to]) => ({ after, to })) },
      ]; // prettier-ignore
      const { status, body } = await client.post('/policies/validate', { ...policy, clocks });
      expect([status, body['valid']]).toEqual([200, false]);
      expect(pointers(body)).toEqual(['/clocks/2/escalate/2/to', '/clocks/1/when', '/clocks/0/when']);
      const lunar = await client.post('/policies/validate', { ...policy, clocks: [{ ...clocks[0], calendar: 'lunar' }] });
      expect(pointers(lunar.body)).toEqual(['/clocks/0/calendar']);
      expect((await client.post('/policies/validate', {})).body).toMatchObject({ valid: false });
    });

    test('is for those who are signed in', async () => {
      const stranger = await new ApiClient(installation().url).post('/policies/validate', {});
      expect([stranger.status, stranger.body['code']]).toEqual([401, 'not-signed-in']);
    });
  });
}
