import { describe, expect, jest, test } from '@jest/globals';
import { importHere, mappingOf, shippedMapping } from './e2e/import-here.js';
import { activitiesOf, faultsOf, newFolder } from './e2e/imported-log.js';
import { logContent } from './e2e/log-content.js';

jest.setTimeout(240_000);

const [mapping, columns] = [
  shippedMapping('helpdesk'),
  'Case ID,Activity,Resource,Complete Timestamp,seriousness,customer,product,responsible_section,seriousness_2,service_level,service_type,support_section,workgroup',
];
const line = (id: string, activity: string, minute: number, resource = 'Value 1') =>
  `${id},${activity},${resource},2012/10/09 14:${String(minute).padStart(2, '0')}:00.000,s,c,p,r,s2,sl,st,ss,w`;
const file = (...lines: readonly string[]) => ({ text: [columns, ...lines, ''].join('\n') });
const contentOf = async (data: string) => {
  const content = await logContent(data);
  const tickets = [...content]
    .filter(([stream]) => stream.startsWith('ticket.'))
    .map(([, events]) => activitiesOf(events).map(({ activity }) => activity));
  return tickets.map((activities) => activities.join(' ')).sort();
};

describe('rows of several cases, mixed', () => {
  test('keep the order of their case; twice the same row is two activities', async () => {
    const data = await newFolder();
    const mixed = file(
      line('1', 'A', 1),
      line('2', 'X', 1),
      line('1', 'B', 2),
      line('1', 'B', 2),
      line('2', 'Y', 2),
      line('1', 'C', 3),
    );
    await importHere(data, mixed, mapping);
    expect(await contentOf(data)).toEqual(['A B B C', 'X Y']);
    expect((await importHere(data, mixed, mapping)).counts).toMatchObject({ added: 0, thereAlready: 6 });
  });

  test('a file that has grown adds what is new', async () => {
    const data = await newFolder();
    const lines = [line('1', 'A', 1), line('1', 'B', 2)];
    await importHere(data, file(...lines), mapping);
    const grown = await importHere(data, file(...lines, line('1', 'C', 3), line('2', 'A', 4), line('1', 'C', 3)), mapping);
    expect(grown.counts).toMatchObject({ added: 3, thereAlready: 2, registered: 1 });
    expect(await contentOf(data)).toEqual(['A', 'A B C C']);
    expect(await faultsOf(data)).toEqual([]);
  });

  test('bad rows are told by line; mended, they come after', async () => {
    const data = await newFolder();
    const bad = await importHere(
      data,
      file(
        line('1', 'A', 1),
        line('1', 'B', 99),
        line('', 'A', 1),
        '1,"B',
        line('1', 'C', 3),
        '1,2,3',
        line('1', 'x'.repeat(300), 5),
        line('1', 'D', 6),
      ),
      mapping,
    );
    expect(bad.bad).toEqual([
      '3 unparsable-time',
      '4 missing-case',
      '5 broken-quoting',
      '7 wrong-number-of-columns',
      '8 text-too-long',
    ]);
    expect(await contentOf(data)).toEqual(['A C D']);
    const mended = await importHere(
      data,
      file(line('1', 'A', 1), line('1', 'B', 2), line('1', 'C', 3), line('1', 'D', 6)),
      mapping,
    );
    expect(mended).toMatchObject({ counts: { added: 1, thereAlready: 3 }, bad: [] });
    expect(await contentOf(data)).toEqual(['A C D B']);
    expect(await faultsOf(data)).toEqual([]);
  });

  test('items and departments have to be there; another mapping does not make second copies', async () => {
    const body = (ticket: object) => mappingOf({
      source: 'small', case: '{case}',
      ticket: { channel: 'api', kind: 'other', level: 'general', item: '{item}', subject: 's', description: 'd', ...ticket },
      events: [{ activity: '{what}', time: { of: '{at}', format: 'iso' }, identity: '{at}' }],
    }); // prettier-ignore
    const data = await newFolder();
    const text =
      'case,item,what,at,who\n1,fault,A,2020-01-01T00:00:00Z,call-centre\n2,nonsense,A,2020-01-01T00:00:00Z,call-centre\n3,fault,A,2020-01-01T00:00:00Z,nobody\n';
    const first = await importHere(data, { text }, body({ department: '{who}' }));
    expect(first.bad).toEqual(['3 unknown-item', '4 unknown-department']);
    const second = await importHere(data, { text: text.replace(',A,', ',B,') }, body({ department: '{who}' }));
    expect(second.bad).toEqual(['2 imported-otherwise', '3 unknown-item', '4 unknown-department']);
    expect(await contentOf(data)).toEqual(['A']);
  });
});

test('XES is imported as CSV is', async () => {
  const events = (...names: readonly string[]) =>
    names
      .map(
        (name, place) =>
          `<event><string key="concept:name" value="${name}"/><string key="lifecycle:transition" value="Closed"/><date key="time:timestamp" value="2012-05-11T00:0${place}:25+02:00"/><string key="impact" value="Low"/></event>`,
      )
      .join('\n');
  const text = `<log>\n<trace><string key="concept:name" value="1-7"/>\n${events('Accepted', 'Completed')}\n</trace>\n<trace><string key="concept:name" value="1-8"/>\n${events('Queued & lost', 'Queued')}\n</trace>\n</log>\n`;
  const data = await newFolder();
  const { counts, bad } = await importHere(data, { text }, shippedMapping('bpi2013'), 'xes');
  expect(counts).toMatchObject({ rows: 4, added: 3, registered: 2, firstAt: '2012-05-10T22:00:25.000Z' });
  expect(bad).toEqual(['7 broken-xml']);
  expect(await contentOf(data)).toEqual(['Accepted/Closed Completed/Closed', 'Queued/Closed']);
  expect(await faultsOf(data)).toEqual([]);
});
