import { expect, test } from '@jest/globals';
import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import type { Rejection } from '@ledgerline/kernel';
import { changeAccount } from './change-account.decision.js';
import { createUser } from './accounts.js';
import { issueToken } from '../sessions/sessions.js';

type Decided = readonly { readonly type: string }[] | Rejection;

/** A house with one department that works and one that does no more; `now` is the first of March 2026. */
function house() {
  const decided: Decided[] = [];
  const states: Readonly<Record<string, object>> = {
    'department.sales': { code: 'sales' },
    'department.closed': { code: 'closed', deactivated: true },
  };
  const ledgerline = {
    commands: {
      current: async (stream: string) => ({ state: states[stream] }),
      handle: async (_stream: string, _command: unknown, { decide }: { decide(body: object, state: undefined): Decided }) => {
        decided.push(decide({}, undefined));
        return { kind: 'key-reused' };
      },
    },
    vault: { newPerson: async () => 'p' },
    digest: (_secret: string, text: string) => Buffer.from(text).toString('base64url').padEnd(40, 'A'),
    clock: { now: () => Date.parse('2026-03-01T00:00:00Z') },
    configuration: { site: 'main' },
  } as unknown as Ledgerline;
  const request = <Body>(body: Body) =>
    ({ id: 'x', command: 'c', body, principal: { kind: 'person', id: 'a', roles: ['administrator'], departments: [] } }) as unknown as CommandRequest<Body>;
  const user = { username: 'anna', password: 'a-good-long-password', name: 'Anna', roles: [] };
  const userIn = async (...departments: string[]) => {
    await createUser(request({ ...user, departments }), ledgerline);
    return decided.at(-1);
  };
  const token = async (more: object) => {
    await issueToken(request({ name: 't', roles: [], ...more }), ledgerline);
    return decided.at(-1);
  };
  return { userIn, token };
} // prettier-ignore

test('nobody works where there is no department, nor a token', async () => {
  const { userIn, token } = house();
  expect(await userIn('sales')).toMatchObject([{ type: 'AccountCreated' }]);
  expect(await userIn('*')).toMatchObject([{ type: 'AccountCreated' }]);
  expect(await userIn('sales', 'nowhere')).toMatchObject({ rejection: 'unknown-department', department: 'nowhere' });
  expect(await userIn('closed')).toMatchObject({ rejection: 'unknown-department', department: 'closed' });
  expect(await token({ departments: ['nowhere'] })).toMatchObject({ rejection: 'unknown-department' });
});

test('a token that would have expired when it is issued is none', async () => {
  const { token } = house();
  expect(await token({ expiresAt: '2026-02-28T00:00:00+08:00' })).toMatchObject({ rejection: 'expires-in-the-past', expiresAt: '2026-02-28T00:00:00+08:00' });
  expect(await token({ expiresAt: '2026-03-02T00:00:00Z' })).toMatchObject([{ type: 'TokenIssued' }]);
  expect(await token({})).toMatchObject([{ type: 'TokenIssued' }]);
}); // prettier-ignore

test('an account keeps a department that has gone, and gets none that is not there', () => {
  const before = { person: 'p', username: 'u', name: 'n', roles: [], departments: ['closed'], unrestricted: false } as never;
  const decideWithout = (...unknownDepartments: string[]) =>
    changeAccount({ isOwn: false, isLastAdministrator: false, unknownDepartments });
  expect(decideWithout('closed')({ departments: ['closed', 'sales'], reason: 'r' }, before, {} as never)).toMatchObject([
    { type: 'AccountChanged' },
  ]);
  expect(
    decideWithout('closed', 'nowhere')({ departments: ['closed', 'nowhere'], reason: 'r' }, before, {} as never),
  ).toMatchObject({
    rejection: 'unknown-department',
    department: 'nowhere',
  });
});
