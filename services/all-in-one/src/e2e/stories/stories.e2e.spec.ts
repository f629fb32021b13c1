import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostWithClock, SettableClock } from '../../ticker/host-with-clock.js';
import { faultyFridge } from './faulty-fridge.story.js';
import { callers, gasAtNight } from './gas-at-night.story.js';
import type { ToldClock } from './story-words.js';
import { Storyteller } from './storyteller.js';

jest.setTimeout(240_000);

const docs = join(import.meta.dirname, '..', '..', '..', '..', '..', 'docs', 'stories');

/** The page in `docs/` is what this test told; LEDGERLINE_WRITE_STORIES=1 writes it anew. */
function isThePage(name: string, lines: readonly string[]): void {
  const page = join(docs, `${name}.md`);
  const text = `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
  if (process.env['LEDGERLINE_WRITE_STORIES'] === '1') writeFileSync(page, text);
  expect(text).toBe(readFileSync(page, 'utf8'));
}

const verdictOf = (clocks: readonly ToldClock[], instance: string) => clocks.find((one) => one.instance === instance)?.verdict;

describe('stories that docs/stories tells', () => {
  let host: HostWithClock;
  let story: Storyteller;

  const begin = async (at: string) => {
    host = await HostWithClock.start(new SettableClock(Temporal.Instant.from(at).epochMilliseconds));
    story = new Storyteller(host);
    await story.begin();
  };
  afterAll(() => undefined);

  describe('a faulty fridge', () => {
    beforeAll(() => begin('2026-09-28T08:00:00+08:00'));
    afterAll(() => host.stop());
    test('two departments, a wrong one, an extension over a holiday, late, dissatisfied, reworked, closed', async () => {
      story.lines.push('# A faulty fridge', '', intro);
      const ticket = await faultyFridge(story);
      const clocks = await story.tellClocks(ticket, 'Every clock, and why');
      expect(verdictOf(clocks, 'handle:3')).toMatchObject({ verdict: 'late', by: { workingSeconds: 3_600 } });
      const types = (await story.history(ticket)).map(({ type }) => type);
      for (const type of [
        'ReturnGranted',
        'ExtensionGranted',
        'PartSentBack',
        'OverdueReported',
        'DelayExplained',
        'ReworkOrdered',
        'TicketClosed',
      ])
        expect(types).toContain(type);
      isThePage('faulty-fridge', story.lines);
    });
  });

  describe('gas at night', () => {
    beforeAll(() => begin('2026-10-31T20:00:00+08:00'));
    afterAll(() => host.stop());
    test(`${callers} callers on one cause, an executive who does not answer, a decision, a reply to all`, async () => {
      story.lines.push('# Gas at night', '', intro);
      const { event, child } = await gasAtNight(story);
      await story.tellClocks(event, 'Every clock of the event, and why');
      await story.tellClocks(child, 'Every clock of one caller’s ticket, and why');
      isThePage('gas-at-night', story.lines);
    });
  });
});

const intro =
  'Told by the product itself: a test (`services/all-in-one/src/e2e/stories`) plays it over HTTP on a clock of its own, with the policy and ' +
  'the calendar that a new installation has, and fails when this page is not what it saw. Times are those of Shanghai. Numbers before ' +
  'events are versions of the ticket’s stream; what the system did by itself stands without a person.';
