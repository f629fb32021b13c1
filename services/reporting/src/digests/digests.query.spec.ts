import { describe, expect, test } from '@jest/globals';
import type { Principal } from '@ledgerline/contracts';
import { faultsOfDigestTemplate, type DigestContent } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { oneDigest } from './digests.query.js';

const period = { name: '2026-W10', from: '2026-03-01T16:00:00.000Z', to: '2026-03-08T16:00:00.000Z' };
const content: DigestContent = {
  template: { code: 'own', draft: 1 },
  scope: 'department',
  department: 'quality',
  timeZone: 'Asia/Shanghai',
  period,
  before: { ...period, name: '2026-W09' },
  asOf: '2026-03-09T00:30:00.000Z',
  position: 'main.e1.42',
  sections: [
    {
      section: 'complaints',
      report: 'load',
      where: { kind: 'complaint', department: 'quality' },
      group: ['item', 'product'],
      figures: ['registered'],
      compared: ['registered'],
      rows: [{ group: { item: 'fault', product: 'none' }, figures: { registered: 7 }, before: { registered: 3 } }],
      more: 0,
      total: { figures: { registered: 7 }, before: { registered: 3 } },
      listed: { cell: 'registered', tickets: ['t1'], more: false },
    },
  ],
};
const template = {
  code: 'own',
  effectiveFrom: '2026-01-01T00:00:00Z',
  scope: 'department',
  title: { zh: '{{department}} {{period}}' },
  sections: [{ section: 'complaints', title: { zh: '谁在抱怨' } }],
};
const document = {
  type: 'digest-template',
  code: 'own',
  versions: [{ draft: 1, status: 'approved', body: template, draftedBy: 'x' }],
};
const digest = {
  schedule: 'weekly',
  reader: 'm1',
  sight: { roles: ['manager'], departments: ['quality'] },
  content,
  at: period.to,
};
const states: Readonly<Record<string, unknown>> = {
  'digest.d1': digest,
  'document.digest-template-own': document,
  'department.quality': { code: 'quality', name: '质量部' },
};
const ledgerline = {
  commands: { current: (stream: string) => Promise.resolve({ state: states[stream], version: 1 }) },
} as unknown as Ledgerline;

const manager: Principal = { kind: 'person', id: 'm1', roles: ['manager'], departments: ['quality'] };
const look = (principal: Principal, id = 'd1') => oneDigest({ body: { id }, principal }, ledgerline);

describe('a digest that was delivered', () => {
  test('is shown to its reader, under the words of the template, each number with the way to its tickets', async () => {
    expect(faultsOfDigestTemplate(template)).toEqual([]);
    const answer = await look(manager);
    expect(answer).toMatchObject({
      kind: 'digest',
      digest: {
        id: 'd1',
        title: { zh: '质量部 2026年第10周（2026-03-02 至 2026-03-08）', en: '质量部 week 10 of 2026 (2026-03-02 to 2026-03-08)' },
        position: 'main.e1.42',
        sections: [
          {
            title: { zh: '谁在抱怨' },
            group: [{ name: 'item', title: { en: 'Item' } }, { name: 'product' }],
            rows: [{ figures: { registered: 7 }, before: { registered: 3 } }],
          },
        ],
      },
    });
    if (answer.kind !== 'digest') throw new TypeError(answer.code);
    const [section] = answer.digest.sections;
    const { pathname, searchParams } = new URL(section?.rows[0]?.tickets ?? '', 'http://x');
    expect(pathname).toBe('/api/v1/reports/load/tickets');
    expect(Object.fromEntries(searchParams)).toEqual({
      kind: 'complaint', department: 'quality', item: 'fault', product: 'none', from: period.from, to: period.to, cell: 'registered',
    }); // prettier-ignore
  });

  test.each<[string, Principal, string | undefined]>([
    ['its reader', manager, undefined],
    ['who stands in for its reader', { ...manager, id: 's1', onBehalfOf: 'm1' }, undefined],
    ['its reader while standing in for another', { ...manager, onBehalfOf: 'm2' }, 'digest-not-found'],
    ['another manager of the department', { ...manager, id: 'm2' }, 'digest-not-found'],
    ['an executive', { kind: 'person', id: 'l1', roles: ['leader'], departments: [] }, 'digest-not-found'],
    ['its reader, who is an executive now', { ...manager, roles: ['leader'], departments: [] }, undefined],
    ['its reader, of another department now', { ...manager, departments: ['sales'] }, 'sees-less-than-then'],
    ['its reader, a handler now', { ...manager, roles: ['handler'] }, 'sees-less-than-then'],
  ])('of %s', async (_, principal, code) => {
    const answer = await look(principal);
    expect(answer.kind === 'problem' ? answer.code : undefined).toBe(code);
  });

  test('that is none, is none', async () => expect(await look(manager, 'd2')).toMatchObject({ code: 'digest-not-found' }));
});
