import { expect, test } from '@jest/globals';
import { Supervision, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { keepDueItems } from './due-items.js';

/** One look at three items, of which the second is refused. */
async function oneLook(code: string) {
  const [taken, told] = [[] as string[], [] as unknown[]];
  const over = new AbortController();
  const log = { debug() {}, info() {}, error: (facts: object) => void told.push(facts) };
  const supervision = new Supervision(log as never);
  const ask = async (_service: string, call: string, { id }: CommandRequest) => {
    if (call === 'due-things') return { items: ['one', 'two', 'three'].map((name) => ({ id: name, version: 1 })) };
    taken.push(id);
    if (id === 'three') setImmediate(() => over.abort());
    return id === 'two' ? { kind: 'problem', code } : { kind: 'accepted' };
  };
  const ledgerline = {
    ask,
    supervision,
    log,
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    configuration: { site: 'main' },
    bus: { hear: async () => ({ stop: async () => {} }) },
    checkpoints: { get: async () => undefined, claim: async () => 1, set: async () => {} },
    store: { end: async () => 'p', read: async () => [], compare: () => 0 },
    readiness: { services: () => [] },
  } as unknown as Ledgerline;
  await keepDueItems(ledgerline, over.signal, {
    name: 'things',
    service: 'administration',
    query: 'due-things',
    command: 'keep-thing',
    waitsFor: ['too-many-addressed'],
    step: async () => ({ command: 'step', body: {} }),
  });
  return { taken, told };
}

test('a step that is refused for a reason that stays is told of, and holds up no other', async () => {
  const { taken, told } = await oneLook('too-many-addressed');
  expect(taken).toEqual(['one', 'two', 'three']);
  expect(told).toEqual([{ loop: 'things', why: 'administration refuses keep-thing of two: too-many-addressed' }]);
});

test('one that is no longer due is nobody’s business', async () => {
  expect((await oneLook('step-no-longer-due')).told).toEqual([]);
});
