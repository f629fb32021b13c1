import { describe, expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryVault } from '@ledgerline/adapter-memory';
import {
  EventCodec,
  erased,
  eventCatalogue,
  isErased,
  KeyRing,
  sealCommit,
  UnknownEventType,
  type RecordedEvent,
  type StoredCommit,
} from './index.js';

const catalogue = eventCatalogue([
  { type: 'Said', schema: 1, personal: ['text', 'name'] },
  {
    type: 'Moved',
    schema: 3,
    upcasters: [({ to }: { to: string }) => ({ place: to }), ({ place }: { place: string }) => ({ place, floor: 0 })],
  },
]);

async function setUp() {
  const vault = new MemoryVault();
  return { vault, codec: new EventCodec(catalogue, nodeCryptography, new KeyRing(vault)), person: await vault.newPerson() };
}

function storedOf(type: string, schema: number, data: unknown, id = 'e.1'): StoredCommit {
  const meta = { at: 't', recordedAt: 't', actor: { kind: 'system', id: 's' }, site: 'main', correlation: 'c' } as const;
  const commit = {
    format: 1,
    stream: 'ticket.t1',
    first: 1,
    command: 'e',
    digest: 'd',
    previous: null,
    events: [{ id, version: 1, type, schema, data, meta }],
  } as const;
  return { ...sealCommit(commit, nodeCryptography), position: 'main.e.1' as never };
}

describe('EventCodec', () => {
  test('seals personal fields and gives them back', async () => {
    const { codec, person } = await setUp();
    const data = { person, text: '漏水了', name: '王丽', department: 'quality' };
    const sealed = await codec.seal({ type: 'Said', data }, 'e.1');
    expect(JSON.stringify(sealed)).not.toMatch(/漏水|王丽/);
    expect(sealed.data).toMatchObject({ person, department: 'quality' });
    const [opened] = await codec.open([storedOf('Said', 1, sealed.data)]);
    expect(opened?.events[0]?.data).toEqual(data);
  });

  test('what a reader does not look inside stays sealed', async () => {
    const { codec, person } = await setUp();
    const { data } = await codec.seal({ type: 'Said', data: { person, text: '漏水', at: 'home' } }, 'e.1');
    const [closed] = await codec.open([storedOf('Said', 1, data)], ['Moved']);
    expect(closed?.events[0]?.data).toEqual(data);
    const [open] = await codec.open([storedOf('Said', 1, data)], ['Said']);
    expect(open?.events[0]?.data).toEqual({ person, at: 'home', text: '漏水' });
  });

  test('a sealed box belongs to its event: moved to another it does not open', async () => {
    const { codec, person } = await setUp();
    const sealed = await codec.seal({ type: 'Said', data: { person, text: 'x' } }, 'e.1');
    await expect(codec.open([storedOf('Said', 1, sealed.data, 'e.2')])).rejects.toThrow();
  });

  test('with the key destroyed the fields are erased and all else stands', async () => {
    const { vault, codec, person } = await setUp();
    const sealed = await codec.seal({ type: 'Said', data: { person, text: 'x', department: 'quality' } }, 'e.1');
    await vault.destroy([person]);
    const later = new EventCodec(catalogue, nodeCryptography, new KeyRing(vault));
    const [opened] = await later.open([storedOf('Said', 1, sealed.data)]);
    expect(opened?.events[0]?.data).toEqual({ person, department: 'quality', text: erased, name: erased });
    expect(isErased((opened?.events[0]?.data as { text: unknown }).text)).toBe(true);
    expect((await later.seal({ type: 'Said', data: { person, text: 'new' } }, 'e.2')).data).toEqual({ person, text: erased });
  });

  test('what was written a moment ago is not opened, unless its key is gone', async () => {
    const { vault, codec, person } = await setUp();
    const { data } = await codec.seal({ type: 'Said', data: { person, text: 'x' } }, 'e.1');
    const stored = storedOf('Said', 1, data);
    const [event] = (await codec.open([stored], []))[0]?.events ?? [];
    const plain = [{ ...(event as RecordedEvent), data: { person, text: 'as it was' } }];
    const dataIn = async (by: EventCodec, looksInside?: readonly string[]) =>
      (await by.open([{ ...stored, plain }], looksInside))[0]?.events[0]?.data;
    expect(await dataIn(codec)).toEqual({ person, text: 'as it was' });
    expect(await dataIn(codec, [])).toEqual(data);
    await vault.destroy([person]);
    codec.forget([person]);
    expect(await dataIn(codec)).toEqual({ person, text: erased, name: erased });
  });

  test('seals the same with the key at hand as with one to be asked for, and leaves the event as it was', async () => {
    const { codec, person } = await setUp();
    const event = { type: 'Said', data: { text: 'x', zone: 'north', person, department: 'quality' } };
    const before = structuredClone(event);
    for (const round of [1, 2]) {
      const { data } = await codec.seal(event, `e.${round}`);
      expect(data).toEqual({ zone: 'north', person, department: 'quality', sealed: expect.any(String) });
    }
    expect(event).toEqual(before);
  });

  test('personal fields without a person are a fault of the program', async () => {
    const { codec } = await setUp();
    expect(() => codec.seal({ type: 'Said', data: { text: 'x' } }, 'e.1')).toThrow(TypeError);
  });

  test('brings old shapes up to date, step by step', async () => {
    const { codec } = await setUp();
    const opened = await codec.open([
      storedOf('Moved', 1, { to: 'attic' }),
      storedOf('Moved', 2, { place: 'cellar' }),
      storedOf('Moved', 3, { place: 'hall', floor: 2 }),
    ]);
    expect(opened.map(({ events }) => events[0]?.data)).toEqual([
      { place: 'attic', floor: 0 },
      { place: 'cellar', floor: 0 },
      { place: 'hall', floor: 2 },
    ]);
    expect(opened.map(({ events }) => events[0]?.schema)).toEqual([3, 3, 3]);
  });

  test('does not guess at a type that nobody registered', async () => {
    const { codec } = await setUp();
    await expect(codec.open([storedOf('Unheard', 1, {})])).rejects.toThrow(UnknownEventType);
  });
});

test.each([
  [
    'a type twice',
    [
      { type: 'A', schema: 1 },
      { type: 'A', schema: 1 },
    ],
  ],
  ['upcasters that do not fit', [{ type: 'A', schema: 2 }]],
])('a catalogue refuses %s', (_, definitions) => expect(() => eventCatalogue(definitions)).toThrow(TypeError));
