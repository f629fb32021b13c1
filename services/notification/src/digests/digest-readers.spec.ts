import { expect, test } from '@jest/globals';
import type { DigestReader, DigestScope } from '@ledgerline/domain';
import { DigestReaders } from './digest-readers.js';

const accounts: Readonly<Record<string, object>> = {
  zhao: { roles: ['manager'], departments: ['quality', 'sales'], unrestricted: false },
  qian: { roles: ['manager'], departments: ['sales'], unrestricted: false },
  gao: { roles: ['leader'], departments: [], unrestricted: false },
  gone: { roles: ['leader'], departments: ['quality'], unrestricted: false, deactivated: true },
  admin: { roles: [], departments: [], unrestricted: true },
};
const holders: Readonly<Record<string, readonly string[]>> = {
  'manager quality': ['zhao'],
  'manager sales': ['zhao', 'qian'],
  'leader ': ['gao', 'gone'],
};
const ledgerline = {
  ask: (_service: string, call: string, { body }: { body: { role?: string; department?: string } }) =>
    Promise.resolve(
      call === 'departments'
        ? [{ code: 'quality' }, { code: 'sales' }, { code: 'closed', deactivated: true }]
        : { ids: holders[`${body.role} ${body.department ?? ''}`] ?? [] },
    ),
  commands: { current: (stream: string) => Promise.resolve({ state: accounts[stream.slice('account.'.length)] }) },
};

async function addressed(readers: readonly DigestReader[], scope: DigestScope): Promise<readonly string[]> {
  const found = await new DigestReaders(ledgerline as never).of(readers, scope);
  return found.map(({ principal, department }) => [principal.id, ...(department === undefined ? [] : [department])].join(' '));
}

test.each<[string, readonly DigestReader[], DigestScope, readonly string[]]>([
  ['each manager of each department that is at work', [{ role: 'manager' }], 'department', ['zhao quality', 'zhao sales', 'qian sales']],
  ['managers of the named departments', [{ role: 'manager', departments: ['sales'] }], 'department', ['zhao sales', 'qian sales']],
  ['a manager once, where it is about the centre', [{ role: 'manager' }], 'centre', ['zhao', 'qian']],
  ['executives who can sign in', [{ role: 'leader' }], 'centre', ['gao']],
  ['an executive of no department, about none', [{ role: 'leader' }], 'department', []],
  ['somebody about a named department', [{ account: 'gao', departments: ['quality'] }], 'department', ['gao quality']],
  ['whoever is named twice, once', [{ role: 'manager' }, { account: 'qian' }], 'department', ['zhao quality', 'zhao sales', 'qian sales']],
  ['nobody where it rests', [], 'centre', []],
  ['nobody who is no account', [{ account: 'who' }], 'centre', []],
])('a digest goes to %s', async (_, readers, scope, wanted) => expect(await addressed(readers, scope)).toEqual(wanted)); // prettier-ignore

test('is made with the rights that its reader has', async () => {
  const [{ principal } = { principal: undefined }] = await new DigestReaders(ledgerline as never).of(
    [{ account: 'admin' }],
    'centre',
  );
  expect(principal).toMatchObject({ kind: 'person', id: 'admin', departments: ['*'] });
  expect(principal?.roles).toContain('leader');
});
