import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryReadModels } from '@ledgerline/adapter-memory';
import { projections as administration } from '../../../administration/src/projections.js';
import { ledgerlineEvents } from '@ledgerline/domain';
import { catchUp, EventCodec, KeyRing, openCommit, type EventStore, type Position, type Projection, type ReadModels, type StoredCommit, type Vault } from '@ledgerline/kernel'; // prettier-ignore
import { projections as department } from '../../../department/src/projections.js';
import { projections as reporting } from '../../../reporting/src/projections.js';

/** Reads the whole log. @returns its commits, and in words whatever is not as a history has to be */
export async function checkLog(
  store: EventStore,
): Promise<{ readonly commits: number; readonly registered: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  const tails = new Map<string, StoredCommit>();
  const ids = new Set<string>();
  let commits = 0;
  let registered = 0;
  for (let after: Position | undefined; ;) {
    const page = await store.read(after, 500);
    if (page.length === 0) return { commits, registered, faults };
    for (const stored of page) {
      const tail = tails.get(stored.stream);
      if (stored.first !== (tail?.last ?? 0) + 1)
        faults.push(`${stored.stream}: version ${stored.first} after ${tail?.last ?? 0}`);
      if (stored.previous !== (tail?.hash ?? null)) faults.push(`${stored.stream}: ${stored.first} does not continue the chain`);
      if (nodeCryptography.sha256(stored.text) !== stored.hash) faults.push(`${stored.stream}: ${stored.first} has another hash`);
      const commit = openCommit(stored);
      if (commit.previous !== stored.previous || commit.first !== stored.first)
        faults.push(`${stored.stream}: ${stored.first} says otherwise inside`);
      if (ids.has(`${stored.stream} ${commit.command}`)) faults.push(`${stored.stream}: ${commit.command} twice`);
      ids.add(`${stored.stream} ${commit.command}`);
      registered += commit.events.filter(({ type }) => type === 'TicketRegistered').length;
      tails.set(stored.stream, stored);
      commits += 1;
    }
    after = page.at(-1)?.position;
  }
}

/** Brings the stored read models to the log's end and compares them with a fresh replay of the log into memory. */
export async function checkReadModels(store: EventStore, vault: Vault, readModels: ReadModels): Promise<readonly string[]> {
  const faults: string[] = [];
  const codec = new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(vault));
  for (const projection of [...administration, ...department, ...reporting] as readonly Projection[]) {
    const live = await readModels.collection(projection.collection, await readModels.live(projection.collection as never));
    await catchUp(projection, live, { store, codec });
    const fresh = await new MemoryReadModels().collection(projection.collection);
    await catchUp(projection, fresh, { store, codec });
    for (let after: string | undefined; ;) {
      const [stored, replayed] = [await live.scan(after, 200), await fresh.scan(after, 200)];
      if (stored.length !== replayed.length)
        faults.push(`${projection.collection.name}: ${stored.length} and ${replayed.length} documents`);
      for (const [place, document] of replayed.entries())
        if (canonical(document) !== canonical(stored[place])) faults.push(`${projection.collection.name} ${document.id} differs`);
      if (replayed.length === 0) break;
      after = replayed.at(-1)?.id;
    }
  }
  return faults;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
