import { describe, expect, test } from '@jest/globals';
import { callTableRows } from './call-table-rows.js';
import { resultLines, type ExportedCall } from './result-lines.js';

describe('a table of numbers', () => {
  const read = (text: string) => callTableRows(Buffer.from(text));
  test('is read row by row, and each bad one told by its line', () => {
    const text = `phone,name,note\n13800138000,王丽,上门\n,李雷,\n"broken\n`;
    expect(read(text).slice(0, 2)).toEqual([
      { line: 2, contact: { phone: '13800138000', name: '王丽' }, note: '上门' },
      { line: 3, fault: 'no-phone' },
    ]);
    expect(read(`phone\n${'1'.repeat(41)}\n`)).toEqual([{ line: 2, fault: 'too-long' }]);
  });
  test.each(['name\n王丽\n', 'phone,colour\n1,red\n'])('needs its columns and knows no others: %j', (text) => {
    expect(() => read(text)).toThrow('invalid-csv');
  });
});

test('results are a line a call, with who took them on each; a formula is no formula', async () => {
  const questions = [
    { id: 'happy', type: 'yes-no', text: '?' },
    { id: 'words', type: 'text', text: '?' },
  ] as const;
  const call = { id: 'c', listedAt: 't1', source: 'table', attempts: 1 };
  const calls: readonly ExportedCall[] = [
    { ...call, status: 'answered', lastAt: 't2', agent: 'a1', answers: { happy: true, words: '=1+1, "so"' } },
    { ...call, status: 'waiting', attempts: 0, answers: {} },
  ];
  const pages = async function* () {
    yield await Promise.resolve(calls);
  };
  const lines: string[] = [];
  for await (const text of resultLines({ questions }, pages(), { exportedBy: 'me', exportedAt: 'now' })) lines.push(text);
  expect(lines.join('').split('\r\n')).toEqual([
    'id,listedAt,source,status,attempts,lastAt,agent,happy,words,exportedBy,exportedAt',
    `c,t1,table,answered,1,t2,a1,yes,"'=1+1, ""so""",me,now`,
    'c,t1,table,waiting,0,,,,,me,now',
    '',
  ]);
});
