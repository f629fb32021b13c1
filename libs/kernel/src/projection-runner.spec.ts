import { describe, expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryCheckpoints, MemoryEventStore, MemoryReadModels, MemoryVault } from '@ledgerline/adapter-memory';
import { sampleCommit, sampleStream } from './contracts/index.js';
import {
  catchUp, EventCodec, eventCatalogue, Fenced, KeyRing, projectBatch, runProcessManager, runProjection, sealCommit, VersionGap, wantedCommits,
  type Collection, type CollectionDefinition, type Outcome, type Position, type ProcessManager, type Projection, type Reaction, type SealedCommit, type StoredDocument, type StreamName,
} from './index.js'; // prettier-ignore

interface Counted {
  readonly count: number;
}
const collection: CollectionDefinition<Counted> = {
  name: 'counted',
  version: 1,
  fields: { count: 'number' },
  indexes: [['count']],
  rows: ({ count }) => [{ count }],
  personal: [],
};
const counting: Projection<Counted> = {
  collection,
  categories: ['ticket'],
  keys: ({ stream }) => [stream],
  apply: (document) => ({ count: (document?.count ?? 0) + 1 }),
};
const codec = new EventCodec(
  eventCatalogue([{ type: 'contract.happened', schema: 1 }]),
  nodeCryptography,
  new KeyRing(new MemoryVault()),
);

async function filled(streams: number, length: number) {
  const store = new MemoryEventStore();
  for (let n = 0; n < streams; n += 1) for (const commit of sampleStream(`ticket.t${n}`, length)) await store.append(commit);
  await store.append(sampleCommit('contact.c1'));
  return store;
}

describe('runProjection', () => {
  test('fills, goes on with what comes, and resumes where it was', async () => {
    const store = await filled(20, 5);
    const live = await new MemoryReadModels().collection(collection);
    for (const total of [5, 6, 7]) {
      const stop = new AbortController();
      const end = await store.end();
      const onBatch = (position: Position) => store.compare(position, end) >= 0 && stop.abort();
      await runProjection(counting, live, { store, codec }, { signal: stop.signal, onBatch, batch: 7 });
      expect((await live.scan(undefined, 100)).map(({ document }) => document?.count)).toEqual(
        Array.from({ length: 20 }, () => total),
      );
      for (let n = 0; n < 20; n += 1) {
        const last = (await store.load(`ticket.t${n}`)).at(-1) as SealedCommit;
        await store.append(sampleCommit(`ticket.t${n}`, last, { text: `more ${total}` }));
      }
    }
  });

  test('applying a batch again changes nothing', async () => {
    const store = await filled(3, 4);
    const live = await new MemoryReadModels().collection(collection);
    await catchUp(counting, live, { store, codec });
    const before = await live.scan(undefined, 100);
    expect(
      await projectBatch(counting, live, await codec.open((await store.read(undefined, 100)).slice(0, -1)), undefined),
    ).toEqual([]);
    expect(await live.scan(undefined, 100)).toEqual(before);
  });

  test('of one that names its events others cost nothing, and a document that stays as it is is not written', async () => {
    const store = await filled(3, 4);
    const live = await new MemoryReadModels().collection(collection);
    const quiet: Projection<Counted> = { ...counting, events: ['contract.happened'], apply: (before) => before ?? { count: 1 } };
    await catchUp(quiet, live, { store, codec });
    expect((await live.scan(undefined, 10)).map(({ versions }) => Object.values(versions))).toEqual([[1], [1], [1]]);
    const deaf = await new MemoryReadModels().collection(collection);
    await catchUp({ ...quiet, events: ['contract.changed'] }, deaf, { store, codec });
    expect(await deaf.scan(undefined, 10)).toEqual([]);
    expect((await deaf.checkpoint())?.position).toBe(await store.end());
  });

  test('what is nobody’s document is not even parsed, and looked into where anything else is with it', async () => {
    const passing: Projection<Counted> = { ...counting, passesOver: ['contract.passed'] };
    const commit = (text: string) => ({ ...sampleCommit('ticket.t1'), text, position: 'main.e.1' as Position });
    expect(await wantedCommits(passing, [commit('{"events":[{"type":"contract.passed"} and no more')], codec)).toEqual([]);
    const both = commit('{"events":[{"type":"contract.passed"},{"type":"contract.happened"} and no more');
    await expect(wantedCommits(passing, [both], codec)).rejects.toThrow(SyntaxError);
    await expect(wantedCommits(counting, [commit('no JSON')], codec)).rejects.toThrow(SyntaxError);
    expect(await wantedCommits(passing, [{ ...commit(''), types: ['contract.passed'] }], codec)).toEqual([]);
  });

  test('facts beside are read anew where a commit can have changed them, and hold all up to the event', async () => {
    const store = new MemoryEventStore();
    let reads = 0;
    const beside = {
      categories: ['contact'],
      read: async (load: (stream: 'contact.c1') => Promise<readonly unknown[]>) => {
        reads += 1;
        return (await load('contact.c1')).length;
      },
    };
    const looking: Projection<Counted, number> = {
      ...counting,
      beside: beside as never,
      apply: (_before, _event, facts) => ({ count: facts }),
    };
    const live = await new MemoryReadModels().collection(collection);
    const stop = new AbortController();
    const steps = [
      () => store.append(sampleCommit('contact.c1')),
      () => store.append(sampleCommit('ticket.t2')),
      () => Promise.resolve(stop.abort()),
    ];
    await store.append(sampleCommit('ticket.t1'));
    await runProjection(looking, live, { store, codec }, { signal: stop.signal, onBatch: () => void steps.shift()?.() });
    expect((await live.scan(undefined, 10)).map(({ document }) => document)).toEqual([{ count: 0 }, { count: 1 }]);
    expect(reads).toBe(2);
  });

  describe('a checkpoint that passed nothing of the read model', () => {
    /** Runs over three commits that concern nobody, one a batch, then whatever `last` does; counts the writes. */
    async function pass(
      pause: (signal: AbortSignal) => Promise<void>,
      last: (live: Collection<Counted>) => Promise<void> | void,
    ) {
      const store = new MemoryEventStore();
      const live = await new MemoryReadModels().collection(collection);
      const written: (readonly [number, Position])[] = [];
      const write: typeof live.write = (changes, checkpoint) => {
        written.push([changes.length, checkpoint.position]);
        return live.write(changes, checkpoint);
      };
      const watched = Object.assign(Object.create(live) as typeof live, { write, claim: () => live.claim() });
      const stop = new AbortController();
      const reached: Position[] = [];
      const onBatch = async (position: Position) => {
        if (reached.push(position) < 3) await store.append(sampleCommit(`contact.c${reached.length}`));
        else if (reached.length === 3) await last(live);
        else stop.abort();
      };
      const ended = runProjection(counting, watched, { store, codec }, { signal: stop.signal, pause, onBatch: (at) => void onBatch(at) }); // prettier-ignore
      await store.append(sampleCommit('contact.c0'));
      return { store, live, written, stop, ended, reached };
    }
    const never = (signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

    test('is saved at the end', async () => {
      const { store, ended, written, stop } = await pass(never, () => stop.abort());
      await ended;
      expect(written).toEqual([[0, await store.end()]]);
    });

    test('goes with the next real write', async () => {
      const { store, ended, written } = await pass(never, async () => void (await store.append(sampleCommit('ticket.t'))));
      await ended;
      expect(written).toEqual([[1, await store.end()]]);
    });

    test('is saved once the pause is over, and finds then that another copy has taken over', async () => {
      const tired = Promise.withResolvers<undefined>();
      const { ended, written } = await pass(
        () => tired.promise,
        async (live) => {
          await live.claim();
          tired.resolve(undefined);
        },
      );
      await expect(ended).rejects.toThrow(Fenced);
      expect(written).toHaveLength(1);
    });
  });

  test('stops where a version is missing, rather than be silently wrong', async () => {
    const commits = sampleStream('ticket.t1', 3);
    const live = await new MemoryReadModels().collection(collection);
    const owner = await live.claim();
    const seen: StoredDocument<Counted> = { id: 'ticket.t1', document: { count: 1 }, versions: { 'ticket.t1': 1 } };
    await live.write([seen], { position: 'memory.m1.1' as Position, owner });
    const third = { ...(commits[2] as SealedCommit), position: 'memory.m1.3' as Position };
    await expect((async () => projectBatch(counting, live, await codec.open([third]), undefined))()).rejects.toThrow(VersionGap);
  });
});

describe('runProcessManager', () => {
  const manager: ProcessManager<number> = {
    name: 'echo',
    version: 1,
    categories: ['ticket'],
    events: ['contract.happened'],
    fold: { initial: 0, evolve: (count) => count + 1 },
    react: (count, { stream }) => [{ step: 'a', service: 's', command: 'c', target: stream, data: { count } }],
  };

  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

  /** Lets it run from before `append` to the end of the log after it; where it breaks, once more. */
  async function react(store: MemoryEventStore, append: () => Promise<void>, fails = 0, done: readonly string[] = []) {
    const checkpoints = new MemoryCheckpoints();
    const sent: { readonly id: string; readonly reaction: Reaction }[] = [];
    let failures = fails;
    const send = (reaction: Reaction, _cause: unknown, id: string) => {
      if (failures-- > 0) return Promise.reject(new Error('the bus is away'));
      sent.push({ id, reaction });
      return Promise.resolve();
    };
    const run = async (meanwhile: () => Promise<void>) => {
      const stop = new AbortController();
      const begun = Promise.withResolvers<undefined>();
      let [reached, wanted]: (Position | undefined)[] = [];
      const look = () => reached && wanted && store.compare(reached, wanted) >= 0 && stop.abort();
      const onReached = (position: Position) => {
        reached = position;
        begun.resolve(undefined);
        look();
      };
      const owner = await checkpoints.claim('echo@1');
      const options = { signal: stop.signal, owner, pause, onReached };
      const answered = (_stream: StreamName, command: string) =>
        Promise.resolve(done.includes(command) ? ({} as Outcome) : undefined);
      const isDone: ProcessManager['isDone'] = async ({ id, stream }, memory) =>
        (await memory.answered(stream, id)) !== undefined;
      const source = { store, codec, checkpoints, commands: { answered } };
      const ended = runProcessManager({ ...manager, isDone }, source, send, options);
      await Promise.race([begun.promise, ended]);
      await meanwhile();
      wanted = await store.end();
      look();
      await ended;
    };
    if (fails === 0) await run(append);
    else {
      await expect(run(append)).rejects.toThrow('the bus is away');
      await run(() => Promise.resolve());
    }
    return sent;
  }

  test('begins at the present end, and knows the state at each event', async () => {
    const store = await filled(1, 2);
    const sent = await react(store, async () => {
      const last = (await store.load('ticket.t0')).at(-1) as SealedCommit;
      await store.append(sampleCommit('ticket.t0', last, { text: 'new' }));
    });
    expect(sent.map(({ reaction }) => reaction.data)).toEqual([{ count: 3 }]);
  });

  test('what memory knows to be done is not sent, and passed', async () => {
    const [store, streams] = [new MemoryEventStore(), ['ticket.t1', 'ticket.t2', 'ticket.t3'] as const];
    const append = async () => {
      for (const stream of streams) await store.append(sampleCommit(stream));
    };
    const sent = await react(store, append, 0, ['ticket.t2-1-text.1']);
    expect(sent.map(({ reaction }) => reaction.target)).toEqual(['ticket.t1', 'ticket.t3']);
  });

  test('what could not be sent is sent again under the same id', async () => {
    const store = new MemoryEventStore();
    const sent = await react(store, async () => void (await store.append(sampleCommit('ticket.t1'))), 1);
    expect(sent.map(({ id }) => id)).toEqual(['ticket.t1-1-text.1~echo.a']);
  });

  test('a copy that another has taken over from ends when it saves, and what it did again had the same id', async () => {
    const [store, checkpoints] = [new MemoryEventStore(), new MemoryCheckpoints()];
    const stop = new AbortController();
    const ids: string[][] = [[], []];
    const copy = async (n: 0 | 1) => {
      const send = (_reaction: Reaction, _cause: unknown, id: string) => Promise.resolve(void ids[n]?.push(id));
      const options = { signal: stop.signal, owner: await checkpoints.claim('echo@1'), pause };
      return runProcessManager(manager, { store, codec, checkpoints }, send, options);
    };
    const first = copy(0);
    await pause();
    const second = copy(1);
    await pause();
    await store.append(sampleCommit('ticket.t1'));
    await expect(first).rejects.toThrow(Fenced);
    await store.append(sampleCommit('ticket.t2'));
    while (ids[1]?.length !== 2) await pause();
    stop.abort();
    await second;
    expect(ids[0]?.every((id) => ids[1]?.includes(id))).toBe(true);
    expect(new Set(ids[1]).size).toBe(2);
    expect(await checkpoints.get('echo@1')).toBe(await store.end());
  });

  test('imported events wake nobody', async () => {
    const store = new MemoryEventStore();
    const sent = await react(store, async () => {
      const commit = JSON.parse(sampleCommit('ticket.t1').text) as { events: { meta: object }[] };
      const events = commit.events.map((event) => ({
        ...event,
        meta: { ...event.meta, origin: { source: 'old', reference: '1' } },
      }));
      await store.append(sealCommit({ ...commit, events } as never, nodeCryptography));
    });
    expect(sent).toEqual([]);
  });
});
