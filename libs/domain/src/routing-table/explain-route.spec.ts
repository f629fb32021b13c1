import { describe, expect, test } from '@jest/globals';
import { explainRoute, routeByAuthority } from './explain-route.js';
import { proposeRoute, type RoutingRule, type RoutingTable } from './routing-table.js';

const rule = (when: RoutingRule['when'], lead: string, ...coHandling: string[]): RoutingRule => ({ when, lead, coHandling });
const table = (fallback: string, ...rules: readonly RoutingRule[]): RoutingTable => ({
  code: 'default',
  effectiveFrom: '2020-01-01T00:00:00Z',
  rules,
  fallback,
});
const fault = { kind: 'complaint', item: 'fault', level: 'general', site: 'main' };

describe('where a ticket goes', () => {
  test('by the rule that says most', () => {
    const some = table('call-centre', rule({}, 'sales'), rule({ item: 'fault' }, 'quality'), rule({ item: 'fault', level: 'general' }, 'repair', 'quality'));
    expect(proposeRoute(some, fault)).toEqual({ kind: 'unambiguous', lead: 'repair', coHandling: ['quality'], rule: 2 });
    const { candidates, en, zh } = explainRoute(some, fault);
    expect([zh, en]).toEqual(['按规则 2 派往主办 repair，协办 quality。', 'By rule 2 it goes to repair, with quality co-handling.']);
    expect(candidates.map((one) => [one.rule, one.weight])).toEqual([[2, 'best'], [1, 'less-specific'], [0, 'less-specific']]);
    expect(candidates[1]?.en).toBe('Rule 1 fits by item = fault (1 of its conditions, all): lead quality; another rule that fits says more.');
    expect(candidates[2]?.zh).toBe('规则 0：无条件，适用于全部工单，主办 sales；另有更具体的规则。');
  }); // prettier-ignore

  test('to a person where two say as much, each with why it fits', () => {
    const some = table('repair', rule({ item: 'fault' }, 'quality'), rule({ kind: 'complaint' }, 'sales'));
    const route = explainRoute(some, fault);
    expect(route.proposal).toMatchObject({ kind: 'to-a-person', candidates: [{ rule: 0 }, { rule: 1 }] });
    expect(route.en).toBe('Rules 0, 1 fit and are equally specific: a person has to choose.');
  });

  test('to the fallback department where no rule fits; to a person where that is the call centre, which has it', () => {
    expect(proposeRoute(table('repair', rule({ item: 'website' }, 'it')), fault)).toEqual({ kind: 'unambiguous', lead: 'repair', coHandling: [] });
    expect(explainRoute(table('repair'), fault).zh).toBe('没有相符的规则，派往兜底部门 repair。');
    expect(proposeRoute(table('call-centre'), fault)).toEqual({ kind: 'to-a-person', candidates: [], fallback: 'call-centre' });
  }); // prettier-ignore

  test.each([
    ['the lead', table('call-centre', rule({ item: 'fault' }, 'quality'))],
    ['a co-handler', table('call-centre', rule({ item: 'fault' }, 'sales', 'quality'))],
    ['the fallback', table('quality')],
  ])('to a person where the ticket is about %s (回避)', (_, some) => {
    const route = explainRoute(some, fault, 'quality');
    expect([route.proposal.kind, route.avoids]).toEqual(['to-a-person', 'quality']);
    expect(explainRoute(some, fault, 'logistics').proposal.kind).toBe('unambiguous');
    for (const about of ['quality', 'logistics', undefined])
      expect(routeByAuthority(some, fault, about)).toEqual(explainRoute(some, fault, about).proposal);
  });
});
