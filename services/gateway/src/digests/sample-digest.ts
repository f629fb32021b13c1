import type { ShownDigest } from '@ledgerline/contracts';
import type { PageNames } from './digest-page.js';
import { codeInWords } from './page-words.js';

/** For specs: a small digest with all that can stand in one. */
const both = (zh: string, en: string) => ({ zh, en });
const line = (kind: string, registered: number, before: number) => ({
  group: { kind },
  figures: { registered, attainment: registered / 10 },
  before: { registered: before },
  tickets: '/api/v1/reports/load/tickets',
});
export const sampleDigest: ShownDigest = {
  title: both('质量部汇总', 'Quality'),
  intro: both('供参考。', 'For information.'),
  scope: 'department',
  department: 'quality',
  departmentName: '质量部',
  template: { code: 'x', draft: 1 },
  timeZone: 'Asia/Shanghai',
  period: {
    name: '2026-W10',
    from: '2026-03-01T16:00:00.000Z',
    to: '2026-03-08T16:00:00.000Z',
    title: both('第10周', 'week 10'),
  },
  before: { name: '2026-W09', from: '2026-02-22T16:00:00.000Z', to: '2026-03-01T16:00:00.000Z' },
  asOf: '2026-03-09T00:30:00.000Z',
  position: 'main.e1.42',
  sections: [
    {
      section: 'complaints',
      report: 'load',
      where: {},
      title: both('投诉', 'Complaints'),
      intro: null,
      means: both('与上期比较。', 'Beside the period before.'),
      group: [{ name: 'kind', title: both('类别', 'Kind') }],
      figures: [
        { name: 'registered', title: both('登记', 'Registered') },
        { name: 'attainment', title: both('达成率', 'Attainment') },
      ],
      compared: ['registered'],
      rows: [line('complaint', 7, 3), line('none', 1, 0)],
      more: 2,
      total: { figures: { registered: 8, attainment: null }, before: { registered: 3 } },
      listed: { cell: 'registered', tickets: ['t1', 'gone'], more: true },
      proposals: { ids: ['p1', 'gone'], more: false },
      tickets: '/api/v1/reports/load/tickets',
    },
  ],
};
export const sampleNames = (language: 'zh' | 'en'): PageNames => ({
  of: (column, code) => codeInWords(column, code, language),
  tickets: new Map([
    ['t1', { number: '20260302-A', subject: '=1+1 冰箱不制冷', status: '已结案', address: 'https://x/tickets/t1' }],
  ]),
  proposals: new Map([['p1', { title: '加装防滑垫', department: '质量部', status: '已落实' }]]),
  reader: '赵敏（zhao）',
  time: (instant) => instant.slice(0, 16),
  now: '2026-03-10T01:00:00Z',
});
