import { describe, expect, test } from '@jest/globals';
import { digestPage } from './digest-page.js';
import { guardedText } from './files/xlsx-text.js';
import { sampleDigest, sampleNames } from './sample-digest.js';

describe('a digest in one language', () => {
  test('has its codes in words, the period before beside what is compared, and a total', () => {
    const page = digestPage(sampleDigest, 'zh', sampleNames('zh'));
    expect(page.sections[0]).toMatchObject({
      title: '投诉',
      columns: [
        { title: '类别', kind: 'text' },
        { title: '登记', kind: 'count' },
        { title: '登记（上期）', kind: 'count' },
        { title: '达成率', kind: 'share' },
      ],
      rows: [
        ['投诉', 7, 3, 0.7],
        ['（未填）', 1, 0, 0.1],
      ],
      total: ['合计', 8, 3, null],
      more: '另有 2 行未列出',
      moreTickets: '工单未全部列出',
    });
    expect(digestPage(sampleDigest, 'en', sampleNames('en')).sections[0]?.rows[0]?.[0]).toBe('Complaint');
  });

  test('names only the tickets that whoever takes it out may see', () => {
    const { tickets } = digestPage(sampleDigest, 'zh', sampleNames('zh')).sections[0] as {
      tickets: readonly { number: string }[];
    };
    expect(tickets.map(({ number }) => number)).toEqual(['20260302-A']);
  });

  test('names the proposals that came to an outcome, as far as they show', () => {
    const [section] = digestPage(sampleDigest, 'zh', sampleNames('zh')).sections;
    expect(section?.proposals).toEqual([{ title: '加装防滑垫', department: '质量部', status: '已落实' }]);
  });

  test('says who took it out, when, and of which position', () => {
    const { mark, watermark } = digestPage(sampleDigest, 'zh', sampleNames('zh'));
    for (const said of ['赵敏（zhao）', '2026-03-10T01:00', 'main.e1.42']) expect(mark).toContain(said);
    expect(watermark).toContain('赵敏（zhao）');
  });
});

test.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '＝1'])('%j stays a text in every spreadsheet', (text) => {
  expect(guardedText(text)).toBe(`'${text}`);
});
test.each(['冰箱', '20260302-A', '1=1', ''])('%j needs no guard', (text) => expect(guardedText(text)).toBe(text));
