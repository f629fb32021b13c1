import { expect, test } from '@jest/globals';
import { compileCalendar, dayOfDate, faultsOfCalendar, type Calendar } from '@ledgerline/domain';
import chineseDays from 'chinese-days';
import { shippedDocuments } from './shipped-documents.js';

const shipped = shippedDocuments.find(({ type, code }) => type === 'calendar' && code === 'default')?.body as Calendar;

test('the shipped calendar can be put in force', () => {
  expect(faultsOfCalendar(shipped)).toEqual([]);
});

/** Two collections of the State Council's notices, kept by different people: holiday-cn's dates here, chinese-days' there. */
test.each([2020, 2021, 2022, 2023, 2024, 2025, 2026])('%i: each day is a workday where chinese-days says so', (year) => {
  const { plan } = compileCalendar(shipped);
  const differences: string[] = [];
  for (let date = Temporal.PlainDate.from({ year, month: 1, day: 1 }); date.year === year; date = date.add({ days: 1 })) {
    const works = plan(dayOfDate(date.toString())).shifts.length > 0;
    if (works !== chineseDays.isWorkday(date.toString())) differences.push(date.toString());
  }
  expect(differences).toEqual([]);
});
