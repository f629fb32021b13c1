import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  listedCallFold,
  pursuitFold,
  receiptsFold,
  rosterFold,
  statuses,
  ticketFold,
  type CallEvents,
  type Ticket,
} from '@ledgerline/domain';
import { readConfiguration } from '@ledgerline/host';
import { eventually } from '@ledgerline/installation';
import type { Fold, RecordedEvent, StreamName } from '@ledgerline/kernel';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitsIn, faultsOf, hasWritten } from '../import/e2e/imported-log.js';
import { logContent } from '../import/e2e/log-content.js';
import { markFilled, openDemoFolder } from './demo-folder.js';
import { fillDemo, type Filled } from './fill-demo.js';
import { storiesUntil } from './stories.js';

jest.setTimeout(180_000);

const anchor = Temporal.Instant.from('2026-03-04T07:30:00Z').epochMilliseconds;
const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-demo-'));
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
const fill = (data: string, signal = new AbortController().signal, env = {}) =>
  fillDemo({ configuration: readConfiguration({ LEDGERLINE_DATA: data, ...env }), anchor, filled: false, signal });

describe('the company of the demo', () => {
  let data: string;
  let filled: Filled;
  let content: ReadonlyMap<StreamName, readonly RecordedEvent[]>;
  let tickets: readonly Ticket[];
  beforeAll(async () => {
    data = await newFolder();
    filled = await fill(data);
    content = await logContent(data);
    const streams = [...content].filter(([stream]) => stream.startsWith('ticket.'));
    tickets = streams.map(([, events]) => events.reduce(ticketFold.evolve, ticketFold.initial) as Ticket);
  });

  test('has tickets in every state but the archive', () => {
    expect(tickets).toHaveLength(filled.tickets);
    const held = new Set(tickets.map(({ status }) => status));
    expect(statuses.filter((status) => !held.has(status))).toEqual(['archived']);
    expect(tickets.some(({ confidential }) => confidential)).toBe(true);
    expect(tickets.some(({ designated }) => designated)).toBe(true);
    expect(tickets.filter(({ imported }) => imported)).toEqual([]);
  });

  test('has calls that were answered, and some that nobody answered', () => {
    const calls = [...content].filter(([stream]) => stream.startsWith('call.'));
    const states = calls.flatMap(([, events]) => events.flatMap(({ data }) => (data as CallEvents['CallStatesTold']).states));
    expect(calls.length).toBeGreaterThan(50);
    expect(new Set(states.map(({ state }) => state))).toContain('abandoned');
    expect(states.filter(({ state }) => state === 'wrapped-up').length).toBeGreaterThan(50);
  });

  const folded = <State>(category: string, { evolve, initial }: Fold<State>) =>
    [...content].filter(([stream]) => stream.startsWith(`${category}.`)).map(([, events]) => events.reduce(evolve, initial));

  test('calls of itself: calls that came to every end, one not made because it is not wanted, and leads at several stages', () => {
    const calls = folded('listed-call', listedCallFold);
    expect(new Set(calls.map((call) => call?.status))).toEqual(
      new Set(['waiting', 'answered', 'refused', 'wrong-number', 'barred']),
    );
    expect(calls.flatMap((call) => call?.barredFor ?? [])).toEqual(['do-not-call']);
    expect(calls.filter((call) => call?.turn === 'appointment')).toHaveLength(1);
    const pursuits = folded('pursuit', pursuitFold).map((pursuit) => `${pursuit?.kind} ${pursuit?.stage}`);
    expect(pursuits.toSorted()).toEqual([
      'at-risk contacted', 'at-risk kept', 'at-risk lost', 'lead contacted', 'lead new', 'lead offered', 'lead won',
    ]); // prettier-ignore
  });

  test('has an announcement that some have confirmed', () => {
    expect(folded('receipt', receiptsFold).map(({ size }) => size)).toEqual([1, 1, 1]);
  });

  test('has this month’s shifts published, and a swap that waits to be decided', () => {
    const [roster] = folded('roster', rosterFold);
    expect(roster).toMatchObject({ publishedThrough: '2026-03-31', changes: [{ state: 'agreed', date: '2026-03-31' }] });
    expect(roster?.people.map(({ days }) => Object.keys(days).length)).toEqual([31, 31, 31, 31]);
  });

  test('had all of it happen before now, and was told of it when it happened', () => {
    const now = Temporal.Instant.fromEpochMilliseconds(anchor).toString({ fractionalSecondDigits: 3 });
    const events = [...content].filter(([stream]) => /^(ticket|contact)\./.test(stream)).flatMap(([, own]) => own);
    for (const { meta } of events) expect(meta.at <= now).toBe(true);
    const hours = events.map(({ meta }) => Temporal.Instant.from(meta.at).toZonedDateTimeISO('Asia/Shanghai').hour);
    expect([Math.min(...hours), Math.max(...hours)]).toEqual([9, expect.any(Number)]);
    expect(Math.max(...hours)).toBeLessThanOrEqual(18);
  });

  test('knows everybody who called by each of their identities, and some of them from before', () => {
    const customers = [...content].flatMap(([stream, [first]]) => (first?.type === 'CustomerRegistered' ? [stream] : []));
    const links = [...content.values()].filter(([first]) => first?.type === 'CustomerLinked');
    const callersOf = tickets.map(({ customer }) => `customer.${String(customer)}`);
    expect(new Set(callersOf)).toEqual(new Set(customers));
    const addresses = new Set(storiesUntil(anchor).flatMap(({ scene }) => scene.caller.email ?? []));
    expect([links.length, addresses.size > 3]).toEqual([addresses.size, true]);
    const most = Math.max(...customers.map((stream) => callersOf.filter((one) => one === stream).length));
    expect(most).toBeGreaterThan(3);
  });

  test('is in order, and lists are what a replay makes', async () => {
    expect(await faultsOf(data)).toEqual([]);
  });

  test('told again it stays as it is', async () => {
    expect(await fill(data)).toEqual(filled);
    expect(await logContent(data)).toEqual(content);
  });

  test('takes another password at another start', async () => {
    const { password } = await fill(data, undefined, { LEDGERLINE_DEMO_PASSWORD: 'another-password' });
    expect(password).toBe('another-password');
    const set = [...(await logContent(data)).values()].flat().filter(({ type }) => type === 'PasswordSet');
    expect(set.length).toBeGreaterThan(30);
  });
});

test('a filling that is cut off is finished by the next', async () => {
  const data = await newFolder();
  const cut = new AbortController();
  const first = fill(data, cut.signal);
  await eventually(() => access(join(data, 'log.sqlite')));
  await hasWritten(400, data, () => false);
  cut.abort(new Error('cut'));
  await expect(first).rejects.toThrow('cut');
  const cutAt = await commitsIn(data);
  const { tickets } = await fill(data);
  const content = await logContent(data);
  expect([...content.keys()].filter((stream) => stream.startsWith('ticket.'))).toHaveLength(tickets);
  expect(await commitsIn(data)).toBeGreaterThan(2 * cutAt);
  expect(await faultsOf(data)).toEqual([]);
});

describe('the folder of the demo', () => {
  test('remembers until when the stories go, and that they are told', async () => {
    const folder = await newFolder();
    expect(await openDemoFolder(folder, 7)).toEqual({ anchor: 7, filled: false });
    const again = await openDemoFolder(folder, 8);
    expect(again).toEqual({ anchor: 7, filled: false });
    await markFilled(folder, again);
    expect(await openDemoFolder(folder, 9)).toEqual({ anchor: 7, filled: true });
  });

  test('is never one in which somebody works', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'log.sqlite'), '');
    await expect(openDemoFolder(folder, 7)).rejects.toThrow('holds an installation that is no demo');
  });
});
