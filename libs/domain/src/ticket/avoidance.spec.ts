import { expect, test } from '@jest/globals';
import { erased } from '@ledgerline/kernel';
import { isAbout } from './avoidance.js';

const person = { name: '李明', username: 'li.ming' };

test.each([
  ['李明', true],
  ['售后部的李 明（维修员）', true],
  ['the man called LI.MING, I think', true],
  ['李敏', false],
  ['nobody', false],
  [undefined, false],
])('a complaint of %s is about 李明: %s', (aboutPerson, wanted) => {
  expect(isAbout(aboutPerson === undefined ? {} : { aboutPerson }, person)).toBe(wanted);
});

test('what was erased is about nobody, and a name of one letter names nobody', () => {
  expect(isAbout({ aboutPerson: erased }, person)).toBe(false);
  expect(isAbout({ aboutPerson: '李明' }, { name: erased, username: 'x' })).toBe(false);
  expect(isAbout({ aboutPerson: '李明' }, { name: '李', username: 'x' })).toBe(false);
});
