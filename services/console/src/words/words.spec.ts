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
import { clockTitles, ticketEventDefinitions } from '@ledgerline/domain';
import { commandWords } from './command-words.ts';
import { dutyWords, noticeWords } from './desk-words.ts';
import { eventWords } from './event-words.ts';
import { faultInWords } from './fault-words.ts';
import type { Pairs } from './pair.ts';
import { channelWords, clockWords, closureWords, holdWords, kindWords, levelWords, statusWords } from './ticket-words.ts';

describe('the console’s words', () => {
  test.each<[string, readonly string[], Pairs]>([
    ['statuses', statuses, statusWords],
    ['levels', levels, levelWords],
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
