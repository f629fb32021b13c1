import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { fieldsOf } from './csv-record.js';
import { csvRows } from './csv-rows.js';
import type { CsvShape } from './mapping.js';
import { isBad } from './row.js';
import { collected, inPieces } from './e2e/sample-rows.js';

const shape: CsvShape = { delimiter: ',', quote: '"', encoding: 'utf-8', columns: undefined };

/** Good rows as their fields, bad ones as `line reason`. */
async function read(file: string | Buffer, own: Partial<CsvShape> = {}, pieces = 7): Promise<readonly unknown[]> {
  const rows = await collected(csvRows(inPieces(file, pieces), { ...shape, ...own }, () => undefined));
  return rows.map((row) => (isBad(row) ? `${row.line} ${row.reason}` : [row.line, ...row.values]));
}

describe('what CSV can be', () => {
  test.each<[string, string, readonly unknown[]]>([
    ['LF', 'a,b\n1,2\n3,4\n', [[2, '1', '2'], [3, '3', '4']]],
    ['CRLF and no end of the last line', 'a,b\r\n1,2\r\n3,4', [[2, '1', '2'], [3, '3', '4']]],
    ['a byte order mark', '\ufeffa,b\n1,2', [[2, '1', '2']]],
    ['empty lines', 'a,b\n\n1,2\n\n\n3,4\n\n', [[3, '1', '2'], [6, '3', '4']]],
    ['quotes', 'a,b\n"1","x ""y"", z"\n', [[2, '1', 'x "y", z']]],
    ['empty fields', 'a,b\n,\n"",\n', [[2, '', ''], [3, '', '']]],
    ['line ends in quotes', 'a,b\n"1\n2\n\n3",x\n4,5\n', [[2, '1\n2\n\n3', 'x'], [6, '4', '5']]],
    ['Chinese across pieces', 'a,b\n机器不启动,"压缩机，冰箱"\n', [[2, '机器不启动', '压缩机，冰箱']]],
  ])('%s', async (_, file, rows) => {
    expect(await read(file)).toEqual(rows);
    expect(await read(file, {}, 1)).toEqual(rows);
  }); // prettier-ignore

  test('other delimiters, other encodings, no header', async () => {
    expect(await read("a;b\n'1;2';3", { delimiter: ';', quote: "'" })).toEqual([[2, '1;2', '3']]);
    const gb18030 = Buffer.from([0xb9, 0xa4, 0xb5, 0xa5, 0x2c, 0x31]);
    expect(await read(gb18030, { encoding: 'gb18030', columns: ['a', 'b'] })).toEqual([[1, '工单', '1']]);
    expect(await read(Buffer.from([0xe9, 0x2c, 0x31]), { encoding: 'windows-1252', columns: ['a', 'b'] })).toEqual([
      [1, 'é', '1'],
    ]);
  });

  test('a column that stands twice has a number the second time', async () => {
    const headers: (readonly string[])[] = [];
    await collected(csvRows(inPieces('a,b,a\n1,2,3'), shape, (columns) => headers.push(columns)));
    expect(headers).toEqual([['a', 'b', 'a (2)']]);
  });
});

describe('bad rows are named by their line, and the rest goes on', () => {
  test.each<[string, string | Buffer, readonly unknown[]]>([
    ['too few and too many', 'a,b\n1\n1,2,3\n1,2', ['2 wrong-number-of-columns', '3 wrong-number-of-columns', [4, '1', '2']]],
    ['a quote inside', 'a,b\n1,5" screen\n1,2', ['2 broken-quoting', [3, '1', '2']]],
    ['text after a closing quote', 'a,b\n1,"x"y\n1,2', ['2 broken-quoting', [3, '1', '2']]],
    ['a quote that is never closed', 'a,b\n1,"x\n3,4\n5,6', ['2 broken-quoting', [3, '3', '4'], [4, '5', '6']]],
    ['two of them', 'a,b\n1,"x\n3,4\n5,"y\n7,8', ['2 broken-quoting', [3, '3', '4'], '4 broken-quoting', [5, '7', '8']]],
    ['one before a good record over lines', 'a,b\n1,"x\n3,"y\nz"\n7,8', ['2 broken-quoting', [3, '3', 'y\nz'], [5, '7', '8']]],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x62]), ['2 invalid-encoding', [3, 'b']]],
    [
      'such bytes inside quotes',
      Buffer.from('a\n"1\n\xff\n2"\n3\n', 'latin1'),
      ['2 broken-quoting', '3 invalid-encoding', '4 broken-quoting', [5, '3']],
    ],
  ])('%s', async (_, file, rows) => {
    expect(await read(file)).toEqual(rows);
  });

  test('a line longer than a megabyte', async () => {
    const file = `a,b\n1,${'x'.repeat(1_100_000)}\n3,4\n`;
    expect(await read(file, {}, 65_536)).toEqual(['2 record-too-long', [3, '3', '4']]);
    expect(await read(`a,b\n1,${'x'.repeat(1_100_000)}`, {}, 65_536)).toEqual(['2 record-too-long']);
  });

  test('a lost quote in a long file costs one row', async () => {
    const lines = Array.from({ length: 5_000 }, (_, place) => (place === 100 ? `${place},"x` : `${place},x`));
    const rows = await read(`a,b\n${lines.join('\n')}\n`, {}, 4_096);
    expect(rows.filter((row) => typeof row === 'string')).toEqual(['102 broken-quoting']);
    expect(rows).toHaveLength(5_000);
  });
});

test('a file without a header that can be read is refused', async () => {
  await expect(read('')).rejects.toThrow('the file is empty');
  await expect(read('a,"b\n1,2')).rejects.toThrow('line 1: a quote is not closed');
});

test('reads fields as csv-parse does', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '\n', '机') });
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 5 }), (fields) => {
      const text = fields.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(',');
      expect(fieldsOf(text, shape)).toEqual(fields);
      if (text !== '') expect(parse(text, { record_delimiter: '\r\n' })).toEqual([fields]);
    }),
    { seed: 4180 },
  );
});

test('takes what csv-parse takes, and refuses what it refuses', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ','), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(text, (line) => {
      const fields = fieldsOf(line, shape);
      const theirs = attempt(() => (parse(line) as readonly (readonly string[])[])[0]);
      expect(typeof fields === 'string' ? 'refused' : fields).toEqual(theirs);
    }),
    { seed: 4180, numRuns: 500 },
  );
});

function attempt<Value>(act: () => Value): Value | 'refused' {
  try {
    return act();
  } catch {
    return 'refused';
  }
}
