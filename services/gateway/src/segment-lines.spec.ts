import { expect, test } from '@jest/globals';
import { segmentLines } from './segment-lines.js';

test('a segment is a table of all its pages, each line marked, and no text a formula', async () => {
  const pages = [
    { items: [{ customer: 'a', name: '=HYPERLINK("x")', reached: '+8613800138000', products: 'X, Y' }], next: 'n' },
    {
      items: [
        { organisation: '-1', products: '' },
        { name: "+1+cmd|'/C calc'!A0", organisation: '＝1+1', reached: '+8610; 010-6552' },
      ],
    },
  ] as const;
  const lines: string[] = [];
  const mark = { exportedBy: 'li', exportedAt: '2026-03-02T01:00:00.000Z' };
  for await (const line of segmentLines({ first: pages[0], page: () => Promise.resolve(pages[1]), mark })) lines.push(line);
  expect(lines).toEqual([
    'customer,name,reached,organisation,language,preferredChannel,products,exportedBy,exportedAt\r\n',
    `a,"'=HYPERLINK(""x"")",+8613800138000,,,,"X, Y",li,2026-03-02T01:00:00.000Z\r\n`,
    `,,,'-1,,,"",li,2026-03-02T01:00:00.000Z\r\n`,
    `,'+1+cmd|'/C calc'!A0,+8610; 010-6552,'＝1+1,,,,li,2026-03-02T01:00:00.000Z\r\n`,
  ]);
});
