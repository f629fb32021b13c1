import { describe, expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import {
  AppendOutcomeUnknown, CommandHandling, CommitTooLarge, EventCodec, eventCatalogue, KeyRing, LogUnavailable, openCommit, rejected, StreamContended,
  type AppendOutcome, type Command, type Decide, type DomainEvent, type EventStore, type Fold, type SealedCommit, type StreamName,
} from './index.js'; // prettier-ignore

type Added = DomainEvent<'Added', { readonly amount: number }>;
interface Add {
  readonly amount: number;
  readonly most?: number;
}

const fold: Fold<number> = { initial: 0, evolve: (sum, { data }) => sum + (data as { amount: number }).amount };
const add: Decide<Add, number, Added> = ({ amount, most = Infinity }, sum) =>
  sum + amount > most ? rejected('too-much', { sum }) : [{ type: 'Added', data: { amount } }];
const stream: StreamName = 'counter.c1';
const actor = { kind: 'system', id: 'spec' } as const;
const command = (id: string, data: Add, more: Partial<Command<Add>> = {}): Command<Add> => ({ id, data, actor, ...more });

function handling(store: EventStore, now = () => Date.UTC(2026, 2, 2), alone = false): CommandHandling {
  const catalogue = eventCatalogue([{ type: 'Added', schema: 1 }]);
  const codec = new EventCodec(catalogue, nodeCryptography, new KeyRing(new MemoryVault()));
  const pause = (attempt: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.random() * attempt));
  const digestKey = new Uint8Array(32).fill(1);
  return new CommandHandling({
    store,
    codec,
    cryptography: nodeCryptography,
    clock: { now },
    site: 'main',
    digestKey,
    pause,
    alone,
  });
}

/** A log whose appends may go wrong in a way of the test's choosing. */
class Troubled extends MemoryEventStore {
  trouble: ((commit: SealedCommit, append: () => Promise<AppendOutcome>) => Promise<AppendOutcome>) | undefined;
  appends = 0;

  override append(commit: SealedCommit): Promise<AppendOutcome> {
    this.appends += 1;
    const trouble = this.trouble;
    return trouble ? trouble(commit, () => super.append(commit)) : super.append(commit);
  }
}

class Counted extends MemoryEventStore {
  loads = 0;

  override load(...asked: Parameters<MemoryEventStore['load']>): ReturnType<MemoryEventStore['load']> {
    this.loads += 1;
    return super.load(...asked);
  }
}

const once = (store: Troubled, trouble: NonNullable<Troubled['trouble']>): void => {
  store.trouble = (commit, append) => {
    store.trouble = undefined;
    return trouble(commit, append);
  };
};

describe('CommandHandling', () => {
  test('decides, appends one commit, and answers with what it wrote', async () => {
    const store = new MemoryEventStore();
    const handled = await handling(store).handle(stream, command('a', { amount: 5 }), { fold, decide: add });
    expect(handled).toMatchObject({
      kind: 'accepted',
      repeated: false,
      state: 5,
      outcome: { version: 1, events: [{ id: 'a.1', version: 1, type: 'Added' }] },
    });
    const [stored] = await store.load(stream);
    expect(openCommit(stored as SealedCommit)).toMatchObject({ command: 'a', first: 1, previous: null, format: 1 });
  });

  test('a repeat gives the first answer, in this process and in another', async () => {
    const store = new MemoryEventStore();
    const first = handling(store);
    const before = await first.handle(stream, command('a', { amount: 5 }), { fold, decide: add });
    await first.handle(stream, command('b', { amount: 1 }), { fold, decide: add });
    for (const one of [first, handling(store)]) {
      const again = await one.handle(stream, command('a', { amount: 5 }), { fold, decide: add });
      expect(again).toMatchObject({ kind: 'accepted', repeated: true });
      expect(again.kind === 'accepted' && again.outcome).toEqual(before.kind === 'accepted' && before.outcome);
    }
    expect((await store.load(stream)).length).toBe(2);
  });

  test('the same id with another body is refused, before the expected version is looked at', async () => {
    const store = new MemoryEventStore();
    const one = handling(store);
    await one.handle(stream, command('a', { amount: 5 }), { fold, decide: add });
    expect(await one.handle(stream, command('a', { amount: 6 }, { expectedVersion: 99 }), { fold, decide: add })).toEqual({
      kind: 'key-reused',
    });
    expect(await one.handle(stream, command('a', { amount: 5 }, { expectedVersion: 99 }), { fold, decide: add })).toMatchObject({
      repeated: true,
    });
  });

  test('an expected version that is not the stream’s is refused with the right one', async () => {
    const one = handling(new MemoryEventStore());
    await one.handle(stream, command('a', { amount: 5 }), { fold, decide: add });
    const refused = await one.handle(stream, command('b', { amount: 5 }, { expectedVersion: 0 }), { fold, decide: add });
    expect(refused).toEqual({ kind: 'version-mismatch', version: 1 });
    expect(await one.handle(stream, command('c', { amount: 5 }, { expectedVersion: 1 }), { fold, decide: add })).toMatchObject({
      kind: 'accepted',
    });
  });

  test('what is likely new is appended without a look, and a retry still gets the first answer', async () => {
    const store = new Counted();
    const likelyNew = { fold, decide: add, isLikelyNew: true };
    const first = await handling(store).handle(stream, command('a', { amount: 5 }), likelyNew);
    expect([first.kind, store.loads]).toEqual(['accepted', 0]);
    for (const most of [Infinity, 3]) {
      const again = await handling(store).handle(stream, command('a', { amount: 5, ...(most === 3 ? { most } : {}) }), likelyNew);
      expect(again).toMatchObject(most === 3 ? { kind: 'key-reused' } : { repeated: true });
    }
    const refusing = { fold, decide: () => rejected('closed'), isLikelyNew: true };
    expect(await handling(store).handle(stream, command('a', { amount: 5 }), refusing)).toMatchObject({ repeated: true });
    expect(await handling(store).handle(stream, command('b', { amount: 5 }), refusing)).toMatchObject({ kind: 'rejected' });
    expect(await handling(store).handle(stream, command('c', { amount: 5 }), likelyNew)).toMatchObject({ state: 10 });
    const late = command('d', { amount: 5 }, { expectedVersion: 0 });
    expect(await handling(store).handle(stream, late, likelyNew)).toEqual({ kind: 'version-mismatch', version: 2 });
  });

  test('alone with its log it reads a stream once, and refuses from memory', async () => {
    const store = new Counted();
    const one = handling(store, undefined, true);
    await one.handle(stream, command('a', { amount: 5 }), { fold, decide: add });
    expect(await one.handle(stream, command('b', { amount: 5, most: 6 }), { fold, decide: add })).toMatchObject({
      kind: 'rejected',
    });
    expect([(await one.current(stream, fold)).state, store.loads]).toEqual([5, 1]);
    expect([(await handling(store, undefined, true).current(stream, fold)).state, store.loads]).toEqual([5, 2]);
  });

  test('knows the answer of a command that is under way once it is over, and of no other', async () => {
    const store = new Troubled();
    const durable = Promise.withResolvers<undefined>();
    once(store, (_commit, append) => durable.promise.then(append));
    const one = handling(store, undefined, true);
    const handled = one.handle(stream, command('a', { amount: 5 }), { fold, decide: add });
    const [asked, other] = [one.answered(stream, 'a'), one.answered(stream, 'b')];
    durable.resolve(undefined);
    expect(await handled).toMatchObject({ kind: 'accepted', outcome: await asked });
    expect([await other, await one.answered(stream, 'a')]).toEqual([undefined, await asked]);
    expect(await handling(store).answered(stream, 'a')).toBeUndefined();
  });

  test('whoever asks while a command is under way is told how the stream stands after it', async () => {
    const store = new Troubled();
    const durable = Promise.withResolvers<undefined>();
    const one = handling(store, undefined, true);
    await one.handle(stream, command('a', { amount: 5 }), { fold, decide: add });
    once(store, (_commit, append) => durable.promise.then(append));
    const handled = one.handle(stream, command('b', { amount: 2 }), { fold, decide: add });
    const asked = one.current(stream, fold);
    durable.resolve(undefined);
    expect([(await asked).state, (await one.current(stream, fold)).state]).toEqual([7, 7]);
    await handled;
  });

  test('two processes race: each decides on what really stands', async () => {
    const store = new MemoryEventStore();
    const processes = [handling(store), handling(store), handling(store)];
    const all = Array.from({ length: 60 }, (_, n) =>
      (processes[n % 3] as CommandHandling).handle(stream, command(`c${n}`, { amount: 1, most: 40 }), { fold, decide: add }),
    );
    const kinds = (await Promise.all(all)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(40);
    expect((await handling(store).current(stream, fold)).state).toBe(40);
  });

  test('a refusal is never made from an old fold', async () => {
    const store = new MemoryEventStore();
    const [one, other] = [handling(store), handling(store)];
    await one.handle(stream, command('a', { amount: 10 }), { fold, decide: add });
    await other.handle(stream, command('b', { amount: -9 }), { fold, decide: add });
    expect(await one.handle(stream, command('c', { amount: 5, most: 8 }), { fold, decide: add })).toMatchObject({
      kind: 'accepted',
      state: 6,
    });
  });

  test.each([
    [
      'written',
      (_: SealedCommit, append: () => Promise<AppendOutcome>) =>
        append().then(() => Promise.reject(new AppendOutcomeUnknown('cut'))),
    ],
    ['not written', () => Promise.reject(new AppendOutcomeUnknown('cut'))],
  ])('an append of unknown outcome that was %s happens once', async (_, trouble) => {
    const store = new Troubled();
    const one = handling(store);
    await one.handle(stream, command('a', { amount: 1 }), { fold, decide: add });
    once(store, trouble);
    const handled = await one.handle(stream, command('b', { amount: 2 }), { fold, decide: add });
    expect(handled).toMatchObject({ kind: 'accepted', state: 3 });
    expect((await store.load(stream)).map((commit) => openCommit(commit).command)).toEqual(['a', 'b']);
  });

  test('what was certainly not written is an error, and a repeat is decided anew', async () => {
    const store = new Troubled();
    const one = handling(store);
    once(store, () => Promise.reject(new LogUnavailable('full')));
    await expect(one.handle(stream, command('a', { amount: 1 }), { fold, decide: add })).rejects.toThrow(LogUnavailable);
    expect(await one.handle(stream, command('a', { amount: 1 }), { fold, decide: add })).toMatchObject({
      repeated: false,
      state: 1,
    });
  });

  test('gives up where it loses every race', async () => {
    const store = new Troubled();
    store.trouble = () => Promise.resolve({ kind: 'conflict' });
    await expect(handling(store).handle(stream, command('a', { amount: 1 }), { fold, decide: add })).rejects.toThrow(
      StreamContended,
    );
  });

  test.each(['ticket', 'customer', 'listed-call', 'pursuit'])('lets go of a %s that an erasure names', async (category) => {
    const store = new Counted();
    const commands = handling(store, undefined, true);
    const named: StreamName = `${category}.c1`;
    await commands.handle(named, command('a', { amount: 1 }), { fold, decide: add });
    await commands.current(named, fold);
    const before = store.loads;
    commands.forget('c1');
    expect(await commands.current(named, fold)).toMatchObject({ state: 1 });
    expect(store.loads).toBe(before + 1);
  });

  test('time never goes back within a stream', async () => {
    const store = new MemoryEventStore();
    await handling(store, () => Date.UTC(2026, 2, 2, 10)).handle(stream, command('a', { amount: 1 }), { fold, decide: add });
    await handling(store, () => Date.UTC(2026, 2, 2, 9)).handle(stream, command('b', { amount: 1 }), { fold, decide: add });
    const times = (await store.load(stream)).map((commit) => openCommit(commit).events[0]?.meta);
    expect(times.map((meta) => meta?.at)).toEqual(['2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.000Z']);
  });

  test('an import keeps its own time beside that of its recording', async () => {
    const store = new MemoryEventStore();
    const origin = { source: 'old', reference: 'row 7' };
    await handling(store).handle(stream, command('a', { amount: 1 }, { at: '2011-05-01T08:00:00.000Z', origin }), {
      fold,
      decide: add,
    });
    const meta = openCommit((await store.load(stream))[0] as SealedCommit).events[0]?.meta;
    expect(meta).toMatchObject({ at: '2011-05-01T08:00:00.000Z', recordedAt: '2026-03-02T00:00:00.000Z', origin });
  });

  test('a commit past the limit is refused and nothing is written', async () => {
    const store = new MemoryEventStore();
    const long: Decide<Add, number, DomainEvent> = () => [{ type: 'Added', data: { amount: 1, text: 'x'.repeat(600_000) } }];
    await expect(handling(store).handle(stream, command('a', { amount: 1 }), { fold, decide: long })).rejects.toThrow(
      CommitTooLarge,
    );
    expect(await store.load(stream)).toEqual([]);
  });

  test('a decision of nothing is a fault of the program', async () => {
    const nothing = handling(new MemoryEventStore()).handle(stream, command('a', { amount: 1 }), { fold, decide: () => [] });
    await expect(nothing).rejects.toThrow(TypeError);
  });
});
