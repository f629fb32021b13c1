import { expect, test } from '@jest/globals';
import { problem } from '@ledgerline/contracts';
import { withPointers } from './where-in-body.js';

const body = { name: 'x', departments: ['sales', 'nowhere'], about: { department: 'nowhere' } };

test('bad input that a service names is pointed at, wherever it stands in the body', () => {
  const refused = withPointers(problem('unknown-department', { department: 'nowhere' }), body);
  expect(refused.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/departments/1', '/about/department']);
});

test('what names nothing of the body has no pointers, and a refusal by the rules is no bad input', () => {
  expect(withPointers(problem('unknown-department', { department: 'elsewhere' }), body).problem.errors).toBeUndefined();
  expect(withPointers(problem('unknown-department'), body).problem.errors).toBeUndefined();
  expect(withPointers(problem('department-exists', { code: 'nowhere' }), body).problem.errors).toBeUndefined();
});
