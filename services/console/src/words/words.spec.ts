import { describe, expect, test } from '@jest/globals';
import {
  closureCodes,
  holdReasons,
  kinds,
  levels,
  noticeKinds,
  replyChannels,
  returnCallDuties,
  statuses,
  ticketChannels,
  ticketCalls,
} from '@ledgerline/contracts';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awaitedCommands, clockTitles, ticketEventDefinitions } from '@ledgerline/domain';
import { commandWords } from './command-words.ts';
import { documentFaultWords } from './document-fault-words.ts';
import { dutyWords, noticeWords } from './desk-words.ts';
import { eventWords } from './event-words.ts';
import { faultInWords } from './fault-words.ts';
import type { Pairs } from './pair.ts';
import { problemWords } from './problem-words.ts';
import { refusalWords } from './refusal-words.ts';
import {
  awaitedWords,
  channelWords,
  clockWords,
  closureWords,
  holdWords,
  kindWords,
  levelWords,
  statusWords,
} from './ticket-words.ts';

/** Every refusal that some service's rules can give, found in their sources. */
function refusals(): readonly string[] {
  const services = join(import.meta.dirname, '..', '..', '..');
  const sources = globSync('*/src/**/*.ts', { cwd: services, exclude: (name) => /\.spec\.ts$/.test(name) });
  const found = sources.flatMap((source) =>
    [...readFileSync(join(services, source), 'utf8').matchAll(/\brejected\('([a-z-]+)'/g)].map(([, code]) => String(code)),
  );
  return [...new Set(found)];
}

describe('the console’s words', () => {
  test.each<[string, readonly string[], Pairs]>([
    ['statuses', statuses, statusWords],
    ['levels', levels, levelWords],
    ['things that wait', awaitedCommands, awaitedWords],
    ['kinds', kinds, kindWords],
    ['channels', [...ticketChannels, ...replyChannels], channelWords],
    ['closure codes', closureCodes, closureWords],
    ['reasons for a hold', holdReasons, holdWords],
    ['clocks', Object.keys(clockTitles), clockWords],
    ['commands', Object.keys(ticketCalls), commandWords],
    ['notices', noticeKinds, noticeWords],
    ['duties to call back', returnCallDuties, dutyWords],
    ['events', ticketEventDefinitions.map(({ type }) => type), eventWords],
  ])('have all %s, in both languages', (_name, words, pairs) => {
    expect(words.filter((word) => !(word in pairs))).toEqual([]);
    expect(Object.entries(pairs).filter(([, pair]) => pair.some((word) => word.trim() === ''))).toEqual([]);
  });

  test('refusals by the rules have theirs', () => {
    const codes = refusals();
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !(code in problemWords) && !(code in refusalWords))).toEqual([]);
  });

  test('so have the reasons for which nobody is called', () => {
    const services = join(import.meta.dirname, '..', '..', '..');
    const bars =
      /type CallBar = (.*);/.exec(
        readFileSync(join(services, 'intake/src/call-permission/call-permissions.query.ts'), 'utf8'),
      )?.[1] ?? '';
    const taken = readFileSync(join(services, 'outreach/src/campaigns/take-call/take-call.decision.ts'), 'utf8');
    const codes = [...`${bars} ${taken.match(/why: '[a-z-]+'/g)?.join(' ')}`.matchAll(/'([a-z-]+)'/g)].map(([, code]) =>
      String(code),
    );
    expect(codes).toEqual(expect.arrayContaining(['do-not-call', 'no-phone', 'merged-with-another']));
    expect(codes.filter((code) => !(code in refusalWords))).toEqual([]);
  });

  test('faults of documents have theirs, by code', () => {
    const documents = join(import.meta.dirname, '..', '..', '..', '..', 'libs', 'domain', 'src');
    const sources = globSync('{*/faults-of-*.ts,rule/*.ts,policy/*.ts,calendar/*.ts,document/*.ts}', { cwd: documents });
    const found = sources.flatMap((source) =>
      [...readFileSync(join(documents, source), 'utf8').matchAll(/\.add\([^;]*?, '([a-z-]+)'\)/g)].map(([, code]) =>
        String(code),
      ),
    );
    expect(new Set(found).size).toBeGreaterThan(20);
    expect([...new Set(found)].filter((code) => !(code in documentFaultWords))).toEqual([]);
  });

  test('events are those that the domain knows, and no others', () => {
    expect(Object.keys(eventWords).toSorted()).toEqual(ticketEventDefinitions.map(({ type }) => type).toSorted());
  });

  test.each([
    ['description should not be empty', '请填写'],
    ['subject must be shorter than or equal to 200 characters', '最多 200 个字符'],
    ['level must be one of the following values: general', '请选择'],
    ['something that nobody foresaw', '格式不正确（something that nobody foresaw）'],
  ])('say a fault of a field: %s', (detail, said) => {
    expect(faultInWords(detail, 'zh')).toBe(said);
  });
});
