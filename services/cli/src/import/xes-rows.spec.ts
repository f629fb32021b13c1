import { describe, expect, test } from '@jest/globals';
import { isBad } from './row.js';
import { collected, inPieces } from './e2e/sample-rows.js';
import { xesRows } from './xes-rows.js';

const event = (activity: string, more = '') =>
  `<event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="2012-05-11T00:22:25+02:00"/>${more}</event>`;
const log = (...lines: readonly string[]) =>
  ['<?xml version="1.0" encoding="UTF-8"?>', '<log xes.version="1.0">', ...lines, '</log>'].join('\n');

async function read(file: string | Buffer, pieces = 64): Promise<readonly unknown[]> {
  const rows = await collected(xesRows(inPieces(file, pieces)));
  return rows.map((row) =>
    isBad(row)
      ? `${row.line} ${row.reason}`
      : [row.line, row.value('case:concept:name'), row.value('concept:name'), row.value('org:resource')],
  );
}

const good = log(
  '<!-- made here & there -->',
  '<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>',
  '<global scope="event"><string key="concept:name" value="nothing"/></global>',
  '<string key="concept:name" value="the log"/>',
  '<trace><string key="concept:name" value="1-364285768"/>',
  event('Accepted', '<string key="org:resource" value="Frédéric &amp; 王丽"><string key="concept:name" value="inner"/></string>'),
  event('Completed', '<list key="lots"><values><string key="concept:name" value="in a list"/></values></list>'),
  '</trace>',
  '<trace><string key="concept:name" value="1-2"/>',
  event('Queued'),
  '</trace><trace/>',
);
const rows = [
  [8, '1-364285768', 'Accepted', 'Frédéric & 王丽'],
  [9, '1-364285768', 'Completed', undefined],
  [12, '1-2', 'Queued', undefined],
];

test('gives each event with the attributes of its trace, whatever the pieces', async () => {
  expect(await read(good)).toEqual(rows);
  expect(await read(good, 1)).toEqual(rows);
  expect(await read(good, 1_000_000)).toEqual(rows);
});

test('what stands in the trace is under case:', async () => {
  const [row] = await collected(xesRows(inPieces(good)));
  if (!row || isBad(row)) throw new Error('no row');
  expect(row.value('concept:name')).toBe('Accepted');
  expect(row.value('time:timestamp')).toBe('2012-05-11T00:22:25+02:00');
  expect(row.values).toContain('1-364285768');
});

describe('broken XML costs the event that it stands in', () => {
  const trace = (...events: readonly string[]) => log('<trace><string key="concept:name" value="7"/>', ...events, '</trace>');
  test.each<[string, string, readonly unknown[]]>([
    [
      'an ampersand',
      trace(event('A'), event('B & C'), event('D')),
      [[4, '7', 'A', undefined], '5 broken-xml', [6, '7', 'D', undefined]],
    ],
    [
      'an attribute without quotes',
      trace(event('A', '<int key=x value="1"/>'), event('D')),
      ['4 broken-xml', [5, '7', 'D', undefined]],
    ],
    [
      'a tag that is not closed',
      trace(event('A', '<string key="x" value="1">'), event('D')),
      ['4 broken-xml', [5, '7', 'D', undefined]],
    ],
  ])('%s', async (_, file, expected) => {
    expect(await read(file)).toEqual(expected);
  });

  test('a trace whose beginning is broken gives its events to no other', async () => {
    const file = log(
      '<trace><string key="concept:name" value="7"/>',
      event('A'),
      '</trace>',
      '<trace><string key="concept:name" value=8/>',
      event('B'),
      event('C'),
      '</trace>',
      '<trace><string key="concept:name" value="10"/>',
      event('D'),
      '</trace>',
    );
    expect(await read(file)).toEqual([
      [4, '7', 'A', undefined],
      '6 broken-xml',
      [8, undefined, 'C', undefined],
      [11, '10', 'D', undefined],
    ]);
  });

  test('a file that is cut off tells of it', async () => {
    const cut = good.slice(0, good.indexOf('<trace><string key="concept:name" value="1-2"/>') + 20);
    const [first, second, ...others] = await read(cut);
    expect([first, second]).toEqual(rows.slice(0, 2));
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toMatch(/^\d+ broken-xml$/);
  });

  test('bytes that are no UTF-8', async () => {
    const file = Buffer.from(trace(event('A'), event('B\u00ff'), event('D')), 'latin1');
    expect(await read(file)).toEqual([[4, '7', 'A', undefined], '5 invalid-encoding', [6, '7', 'D', undefined]]);
  });
});

test.each([
  ['no XES at all', '<html><body/></html>', 'no element "log"'],
  ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><log/>', 'ISO-8859-1, not UTF-8'],
  ['an endless value', `<log><string key="x" value="${'x'.repeat(2_200_000)}`, 'no event ends within'],
])('%s is refused', async (_, file, words) => {
  await expect(read(file, 65_536)).rejects.toThrow(words);
});
