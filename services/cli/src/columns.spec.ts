import { expect, test } from '@jest/globals';
import { columns } from './columns.js';

test('columns are as wide as their widest cell; a Chinese character takes two places', () => {
  expect(columns([['NAME', 'ROLE'], ['王丽（主管）', 'agent'], ['Li', 'manager']])).toEqual([
    'NAME          ROLE',
    '王丽（主管）  agent',
    'Li            manager',
  ]); // prettier-ignore
  expect(columns([])).toEqual([]);
});
