import { describe, expect, test } from '@jest/globals';
import { lateEntryRows } from './late-entry-rows.js';

const header = 'reference,occurredAt,channel,kind,level,item,subject,description,callerPhone,district,latitude,anonymous';
const rows = (...lines: readonly string[]) => lateEntryRows(Buffer.from([header, ...lines].join('\n')));

describe('rows of a table', () => {
  test('are bodies of tickets', () => {
    expect(rows('P-1,2026-03-02T09:00:00+08:00,phone,complaint,general,fault,停电,"两行\n文字, 逗号",13800138000,pudong,31.2,')).toEqual([
      {
        line: 3,
        reference: 'P-1',
        body: {
          occurredAt: '2026-03-02T09:00:00+08:00', channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: '停电',
          description: '两行\n文字, 逗号', caller: { phone: '13800138000' }, location: { district: 'pudong', latitude: 31.2 },
        },
      },
    ]); // prettier-ignore
  });

  test('say by themselves what is wrong with them', () => {
    const [one, two, three] = rows(
      'P-1,t,phone,complaint,general,fault,s,d,,,,是',
      'P-2,too,few',
      ' ,t,phone,complaint,general,fault,s,d,,,,',
    );
    expect(one).toMatchObject({ line: 2, reference: 'P-1', body: { caller: { anonymous: true } } });
    expect(two).toEqual({ line: 3, fault: 'csv-record-inconsistent-columns' });
    expect(three).toEqual({ line: 4, fault: 'invalid-reference' });
    expect(rows('"P-1,')).toMatchObject([{ fault: 'csv-quote-not-closed' }]);
  });

  test.each<[string, Uint8Array]>([
    ['no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['nothing', Buffer.from('')],
    ['a stranger', Buffer.from(`${header},colour\n`)],
    ['too few columns', Buffer.from('reference,occurredAt\n')],
  ])('of %s there are none', (_, content) => {
    expect(() => lateEntryRows(content)).toThrow(expect.objectContaining({ message: 'invalid-csv' }) as never);
  });
});
