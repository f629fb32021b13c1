import { describe, expect, test } from '@jest/globals';
import type { Principal } from '@ledgerline/contracts';
import { actingAs } from './acting.js';
import { ProblemError } from './problem.js';

const own = { roles: ['editor'], departments: ['sales'] };
const themselves: Principal = { kind: 'person', id: 'substitute', ...own };
const acting: Principal = { ...themselves, roles: ['leader'], departments: [], onBehalfOf: 'absent', own };
const asking = (meant?: string) => ({ headers: meant === undefined ? {} : { 'ledgerline-on-behalf-of': meant } });
const work = { service: 'department', call: 'accept' };
const refusal = (ask: () => Principal) => {
  try {
    return ask();
  } catch (error) {
    return error instanceof ProblemError ? [error.status, error.problem.code] : error;
  }
};

describe('a command', () => {
  test.each([
    ['work on a ticket', 'department', 'accept'],
    ['a governed document', 'administration', 'approve-document'],
    ['an article', 'administration', 'withdraw-article'],
    ['a correction', 'administration', 'accept-correction'],
  ])('on behalf of somebody is for what roles are for: %s', (_what, service, call) => {
    expect(actingAs(acting, asking(), { service, call })).toBe(acting);
  });

  test.each(['create-user', 'change-own-password', 'issue-token', 'name-substitute', 'link-identity-user', 'sign-undertaking'])(
    'about accounts and rights is not: %s',
    (call) => {
      expect(refusal(() => actingAs(acting, asking(), { service: 'administration', call }))).toEqual([403, 'not-on-behalf']);
      expect(actingAs(themselves, asking(), { service: 'administration', call })).toBe(themselves);
    },
  );

  test.each(['sign-out', 'end-session', 'begin-acting', 'end-acting'])('about the own session is one’s own: %s', (call) => {
    expect(actingAs(acting, asking('somebody else'), { service: 'administration', call })).toEqual(themselves);
  });

  test('that was meant in another power is not given', () => {
    const refused = [409, 'acting-otherwise'];
    expect(refusal(() => actingAs(acting, asking('none'), work))).toEqual(refused);
    expect(refusal(() => actingAs(acting, asking('another'), work))).toEqual(refused);
    expect(refusal(() => actingAs(themselves, asking('absent'), work))).toEqual(refused);
    expect(actingAs(acting, asking('absent'), work)).toBe(acting);
    expect(actingAs(themselves, asking('none'), work)).toBe(themselves);
  });
});
