import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { faultsOfAnswer } from '@ledgerline/answers';
import { hangUp, json, type Answer, type Ask } from './call.js';
import { operationsOf, type ApiDocument } from './document.js';
import { House } from './house.js';
import { askAll, documentOf, worldOf } from './matrix.js';
import type { World } from './probe.js';
import { scopesNarrow } from './scopes-narrow.js';
import { streamsTold } from './streams-told.js';
import { populate } from './tickets.js';
import { workCompared } from './work-compared.js';

jest.setTimeout(900_000);

/** What somebody may not see does not appear: who may see what stands in `who-sees.ts` and in `lines/`, not in what is tested. */
describe('the permission matrix', () => {
  let house: House;
  let document: ApiDocument;
  let world: World;
  const undescribed = new Set<string>();
  const looked = { answers: 0 };
  const holdToDocument = ({ method, path }: Ask, answer: Answer) => {
    if (answer.status >= 300 || !String(answer.headers['content-type']).startsWith('application/json')) return;
    looked.answers += 1;
    for (const fault of faultsOfAnswer({ method, path, body: json(answer) })) undescribed.add(fault);
  };
  beforeAll(async () => {
    house = await House.open(holdToDocument);
    document = await documentOf(house);
    world = await worldOf(house, await populate(house), document);
  });
  afterAll(async () => {
    hangUp();
    await house.close();
  });

  test('every operation, asked by everybody, tells what is for them and nothing else', async () => {
    const began = process.cpuUsage();
    const { faults, ...counts } = await askAll(house, world, document);
    const { user, system } = process.cpuUsage(began);
    process.stdout.write(`permission matrix: ${JSON.stringify({ ...counts, cpuSeconds: Math.round((user + system) / 1e6) })}\n`);
    expect(faults).toEqual([]);
    expect(counts.checks / counts.operations).toBeGreaterThan(50);
  });

  test.each(['/changes', '/events/stream'])('%s tells of the tickets that one sees', async (path) => {
    const { faults, messages } = await streamsTold(house, world, path);
    expect(faults).toEqual([]);
    expect(messages).toBeGreaterThan(20);
  });

  test('scopes narrow what a token may do', async () => {
    const { faults, asked } = await scopesNarrow(house, world, [...operationsOf(document).keys()]);
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(500);
  });

  test('what does not show costs as many looks as what is not there', async () => {
    const { faults, compared } = await workCompared(house, world);
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });

  test('no answer said anything else, or more, than the document of the API', () => {
    expect([...undescribed]).toEqual([]);
    expect(looked.answers).toBeGreaterThan(1_000);
  });
});
