import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ledgerline, result } from './command-line.js';
import { filledInstallation, secretWords, tampered, type Filled } from './filled-installation.js';

jest.setTimeout(240_000);

type Moments = readonly { readonly meta: { readonly at: string; readonly recordedAt: string } }[];

describe('replay', () => {
  let filled: Filled;
  let id: string;
  let number: string;
  beforeAll(async () => {
    filled = await filledInstallation(2);
    ({ id, number } = filled.tickets[0] as { id: string; number: string });
  });
  afterAll(() => filled.installation.stop());

  const replay = (...args: string[]) =>
    ledgerline(['replay', '--json', ...args], { env: { LEDGERLINE_DATA: filled.installation.data } });

  test('a ticket by id or number, beside the running installation, as the API gives it', async () => {
    const ran = await replay(id, '--personal');
    expect(ran.code).toBe(0);
    const { body } = await filled.client.get(`/tickets/${id}`);
    expect(result(ran)['ticket']).toMatchObject({
      number,
      subject: secretWords[1],
      messages: 1,
      caller: { name: secretWords[0] },
    });
    const { ticket, version } = result(ran) as { ticket: object; version: number };
    expect({ ...ticket, id, version }).toMatchObject(body);
    const byNumber = await replay(number.toLowerCase().replaceAll('-', ''), '--personal');
    expect(result(byNumber)).toEqual(result(ran));
  });

  test('as it stood at a version or a time', async () => {
    const all = result(await replay(id, '--events')) as { events: Moments; latest: number };
    expect(all.events).toHaveLength(all.latest);
    expect(result(await replay(id, '--version', '1', '--events'))).toMatchObject({
      version: 1,
      latest: all.latest,
      ticket: { status: 'registered', messages: 0 },
      events: [{ type: 'TicketRegistered' }],
    });
    const [first, second] = all.events.map(({ meta }) => meta.at) as [string, string];
    const inShanghai = Temporal.Instant.from(first).toZonedDateTimeISO('Asia/Shanghai').toString({ timeZoneName: 'never' });
    expect(result(await replay(id, '--at', inShanghai))).toMatchObject({ version: first === second ? 2 : 1 });
    expect(result(await replay(id, '--known', '2199-01-01T00:00:00Z'))).toMatchObject({
      version: all.latest,
    });
    expect(await replay(id, '--at', '2020-01-01T00:00:00Z')).toMatchObject({
      code: 1,
      stderr: 'the ticket was not registered then\n',
    });
  });

  test('shows nothing personal unless it is asked for', async () => {
    const ran = await replay(id, '--events');
    for (const words of secretWords) expect(ran.stdout).not.toContain(words);
    expect(result(ran)).toMatchObject({ ticket: { subject: { hidden: true }, caller: { hidden: true }, kind: 'complaint' } });
    const words = await ledgerline(['replay', id, '--events'], { env: { LEDGERLINE_DATA: filled.installation.data } });
    expect(words.stdout).toMatch(new RegExp(`^Ticket ${number} \\(${id}\\), version \\d+ of \\d+\n`));
    expect(words.stdout).toMatch(/ subject +\(personal; --personal shows it\)\n/);
    const events = result(await replay(id, '--events', '--personal'))['events'];
    for (const secret of secretWords) expect(JSON.stringify(events)).toContain(secret);
  });

  test.each([
    ['no ticket', [], 2],
    ['what is no id', ['No Such'], 2],
    ['a time without offset', ['x', '--at', '2026-03-02T09:00:00'], 2],
    ['a version that is none', ['x', '--version', '0'], 2],
    ['a version and a time', ['x', '--version', '1', '--at', '2026-03-02T09:00:00+08:00'], 2],
    ['an id that nobody has', ['p0-00000000000000000000000000'], 1],
    ['a number that nobody has', ['20260302-00000000-0'], 1],
  ])('%s', async (_what, args, code) => {
    const ran = await replay(...args);
    expect([ran.code, Object.keys(result(ran))]).toEqual([code, ['error']]);
  });

  test('a history that was tampered with is not shown', async () => {
    await filled.installation.stop();
    const copy = await tampered(filled.installation.data, (log) =>
      log
        .prepare("UPDATE commits SET text = replace(text, 'complaint', 'praise') WHERE stream = ? AND first = 1")
        .run(`ticket.${id}`),
    );
    const ran = await ledgerline(['replay', id], { env: { LEDGERLINE_DATA: copy } });
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('version 1 (main.') });
    expect(ran.stderr).toContain('hash-differs');
  });
});
