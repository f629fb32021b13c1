import { expect, test } from '@jest/globals';
import { settingLines } from './config.js';

test('settings stand in two columns; what is not set is a dash', () => {
  expect(settingLines({ port: 3000, adminPassword: null })).toEqual(['port           3000', 'adminPassword  –']);
});
