import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfProbationRule } from './faults-of-probation-rule.js';

const file = join(import.meta.dirname, '../../../../services/administration/src/installation/shipped/probation-rule.json');
const shipped = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown> & { pay: object; documents: object[] };
const codes = (change: object) =>
  faultsOfProbationRule({ ...shipped, ...change }).map(({ pointer, code }) => `${pointer} ${code}`);

test('the shipped rule can be put in force, with nothing turned on that the law forbids', () => {
  expect(faultsOfProbationRule(shipped)).toEqual([]);
  expect(shipped['overrides']).toEqual([]);
});

const override = { override: 'no-marriage-leave', warning: 'marriage-leave-is-statutory', purpose: '公司规定' };

test.each<[string, object, readonly string[]]>([
  ['what the law forbids is turned on with its warning', { overrides: [override] }, []],
  ['and not without it', { overrides: [{ ...override, warning: 'ok' }] }, ['/overrides/0/warning warning-not-taken-on']],
  ['nor without a purpose', { overrides: [{ ...override, purpose: ' ' }] }, ['/overrides/0/purpose invalid-text']],
  ['there is no override of the length or the floors', { overrides: [{ ...override, override: 'longer' }] }, ['/overrides/0/override unknown-word']],
  ['nobody is paid less than four fifths', { pay: { ...shipped.pay, percent: 79 } }, ['/pay/percent below-the-legal-floor']],
  ['nothing is longer than six months', { months: 7 }, ['/months invalid-value']],
  [
    'sensitive papers are asked of certain posts alone',
    { documents: [{ code: 'x', zh: 'x', en: 'x', keeps: 'copy', sensitive: true }] },
    ['/documents/0/posts posts-required'],
  ],
  [
    'which the rule knows',
    { documents: [{ code: 'x', zh: 'x', en: 'x', keeps: 'copy', posts: ['pilot'] }] },
    ['/documents/0/posts/0 unknown-post'],
  ],
])('%s', (_, change, faults) => expect(codes(change)).toEqual(faults)); // prettier-ignore

test.each([null, 1, 'x', [], {}])('%p is no rule, and does not throw', (body) => {
  expect(faultsOfProbationRule(body).length).toBeGreaterThan(0);
});
