import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ticketCalls } from '@ledgerline/contracts';
import { bodies } from './bodies.js';
import { explore } from './explore.js';
import { Office } from './office.js';
import { starts } from './start.js';
import { processRules } from './rules.js';

const seed = Number(process.env['LEDGERLINE_MODEL_SEED'] ?? 20_260_302);
const states = Number(process.env['LEDGERLINE_MODEL_STATES'] ?? 150);
let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.foundOthers({ ...starts[0]?.body });
});
afterAll(() => office.close());

test('every ticket command is in the model', () => {
  const known = Object.keys(processRules);
  expect(Object.keys(ticketCalls).filter((command) => !known.includes(command))).toEqual([]);
  expect(known.filter((command) => bodies[command] === undefined)).toEqual([]);
});

test(
  'every command in every state, by everybody: accepted with the events that the model says, or refused by name',
  async () => {
    const { coverage, faults } = await explore(office, { seed, states, faults: 12 });
    if (faults.length > 0) throw new Error(`seed ${seed}: ${faults.length} faults\n${faults.join('\n')}`);
    process.stderr.write(`model, seed ${seed}: ${coverage.told()}\n`);
    expect(coverage.oneSided(Object.keys(ticketCalls))).toEqual([]);
  },
  24 * 3_600_000,
);
