import { describe, expect, test } from '@jest/globals';
import { accountFold, type Account, type AccountEvent } from '@ledgerline/domain';
import { endSubstitution, nameSubstitute, type NamingCircumstances } from './name-substitute.decision.js';

const at = '2026-03-02T01:00:00.000Z';
const created = (roles: readonly string[], departments: readonly string[], unrestricted = false): AccountEvent => ({
  type: 'AccountCreated',
  data: { person: 'key', username: 'u', name: 'n', roles, departments, unrestricted },
});
const foldOf = (...events: readonly AccountEvent[]): Account =>
  events.reduce<Account>((state, event) => accountFold.evolve(state, { ...event, meta: { at } } as never), undefined);
const named = (more: object = {}): AccountEvent => ({
  type: 'SubstituteNamed',
  data: {
    substitution: 's1', substitute: 'colleague', from: at, until: '2026-03-09T00:00:00.000Z', person: 'key', reason: 'ill', ...more,
  },
}); // prettier-ignore
const locked: AccountEvent = { type: 'AccountDeactivated', data: { person: 'key', reason: 'x' } };
const handler = created(['handler'], ['quality']);
const self = { id: 'absent', roles: ['handler'], departments: ['quality'] };
const usual: NamingCircumstances = {
  substitution: 's2', by: self, absent: 'absent', substitute: foldOf(handler), isOutsider: false,
}; // prettier-ignore
const body = { substitute: 'colleague', until: '2026-03-09T00:00:00.000Z', reason: '休假' };

function naming(change: Partial<NamingCircumstances> = {}, more: object = {}, account: Account = foldOf(handler)) {
  const circumstances = { at, actor: { kind: 'person', id: 'absent' }, site: 'main' } as const;
  return nameSubstitute({ ...usual, ...change })({ ...body, ...more }, account, circumstances);
}

describe('naming a substitute', () => {
  test('from now on, or from a day to come, until its end', () => {
    const data = { substitution: 's2', person: 'key', ...body };
    expect(naming()).toEqual([{ type: 'SubstituteNamed', data: { ...data, from: at } }]);
    const from = '2026-03-05T00:00:00.000Z';
    expect(naming({}, { from })).toEqual([{ type: 'SubstituteNamed', data: { ...data, from } }]);
    expect(naming({}, { from: '2026-03-01T00:00:00.000Z' })).toEqual([{ type: 'SubstituteNamed', data: { ...data, from: at } }]);
  });

  test.each<readonly [string, Partial<NamingCircumstances>, object, account?: Account]>([
    ['not-allowed', { by: { ...self, id: 'peer' } }, {}],
    ['not-allowed', { by: { id: 'boss', roles: ['manager'], departments: ['sales'] } }, {}],
    ['not-allowed', { by: { id: 'boss', roles: ['manager'], departments: ['quality'] } }, {}, foldOf(created(['leader'], ['quality']))],
    ['not-allowed', { by: { id: 'boss', roles: ['manager'], departments: ['quality'] } }, {}, foldOf(created(['handler'], []))],
    ['not-allowed', { by: { id: 'boss', roles: ['manager'], departments: ['quality'] } }, {}, foldOf(created([], [], true))],
    ['account-not-found', {}, {}, foldOf(handler, locked)],
    ['own-substitute', {}, { substitute: 'absent' }],
    ['names-themselves', { by: { id: 'colleague', roles: ['administrator'], departments: [] } }, {}],
    ['no-such-substitute', { substitute: undefined }, {}],
    ['no-such-substitute', { substitute: foldOf(handler, locked) }, {}],
    ['substitute-is-external', { isOutsider: true }, {}],
    ['nothing-to-pass-on', {}, {}, foldOf(created(['administrator', 'auditor'], []))],
    ['absence-is-over', {}, { until: at }],
    ['absence-is-over', {}, { from: '2026-03-10T00:00:00.000Z' }],
    ['absence-too-long', {}, { until: '2027-03-09T00:00:00.000Z' }],
    ['absence-too-long', {}, { from: '2027-04-01T00:00:00.000Z', until: '2027-04-02T00:00:00.000Z' }],
    ['already-substituted', {}, {}, foldOf(handler, named())],
    ['substitute-is-absent', { substitute: foldOf(handler, named({ substitute: 'third' })) }, {}],
  ])('is refused: %s', (rejection, ...asked) => {
    expect(naming(...asked)).toMatchObject({ rejection });
  }); // prettier-ignore

  test('a manager names for whoever has nothing that the manager has not; an administrator for everybody', () => {
    const manager = { id: 'boss', roles: ['manager'], departments: ['quality', 'sales'] };
    expect(naming({ by: manager })).toHaveLength(1);
    const leader = foldOf(created(['leader'], []));
    expect(naming({ by: { id: 'a', roles: ['administrator'], departments: [] } }, {}, leader)).toHaveLength(1);
  });

  test('one after the other has no moment in common with it', () => {
    const until = '2026-03-12T00:00:00.000Z';
    expect(naming({}, { from: '2026-03-09T00:00:00.000Z', until }, foldOf(handler, named()))).toHaveLength(1);
  });
});

describe('ending a substitution', () => {
  const circumstances = { at, actor: { kind: 'person', id: 'x' }, site: 'main' } as const;
  const account = foldOf(handler, named());
  const ending = (by: NamingCircumstances['by'], state = account, now = at) =>
    endSubstitution(by, 'absent')({ substitution: 's1' }, state, { ...circumstances, at: now });

  test('is for the absent person, the substitute, and whoever could have named one', () => {
    const ended = [{ type: 'SubstitutionEnded', data: { substitution: 's1' } }];
    expect(ending(self)).toEqual(ended);
    expect(ending({ id: 'colleague', roles: ['handler'], departments: ['quality'] })).toEqual(ended);
    expect(ending({ id: 'boss', roles: ['manager'], departments: ['quality'] })).toEqual(ended);
    expect(ending({ id: 'peer', roles: ['handler'], departments: ['quality'] })).toEqual({ rejection: 'substitution-not-found' });
  });

  test('is done once, and not after its time', () => {
    const over = foldOf(handler, named(), { type: 'SubstitutionEnded', data: { substitution: 's1' } });
    expect(ending(self, over)).toEqual({ rejection: 'substitution-not-found' });
    expect(ending(self, account, '2026-03-09T00:00:00.000Z')).toMatchObject({ rejection: 'substitution-is-over' });
  });
});
