import { AdministrationModule } from '@ledgerline/administration';
import type { Ledgerline, ServiceDefinition } from '@ledgerline/host';
import { FactsBeside, projectBatch, type Collection, type Position, type Projection } from '@ledgerline/kernel';
import { NotificationModule } from '@ledgerline/notification';
import { ReportingModule } from '@ledgerline/reporting';
import { setImmediate } from 'node:timers/promises';

const services: readonly ServiceDefinition[] = [
  AdministrationModule.service,
  NotificationModule.service,
  ReportingModule.service,
];
/** Commits read at once: a document that several of them change is written once. */
const batch = 4_000;

interface List {
  readonly projection: Projection;
  readonly collection: Collection<unknown>;
  readonly owner: number;
  readonly beside: FactsBeside<unknown>;
  readonly from: Position | undefined;
}

/**
 * Projects what the log has and the lists lack, all of them in one reading. Only for who has the log alone: it takes the
 * projections over. What a signal cuts short the next start goes on with.
 */
export async function bringListsUpToDate(
  ledgerline: Ledgerline,
  onProgress: (commits: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { store, codec } = ledgerline;
  const projections = services.flatMap((service) => service.projections ?? []) as readonly Projection[];
  const lists = await Promise.all(projections.map((projection) => takeOver(projection, ledgerline)));
  let position = earliest(lists, ledgerline);
  let commits = 0;
  for (;;) {
    const stored = await store.read(position, batch);
    position = stored.at(-1)?.position;
    if (position === undefined || signal.aborted) return;
    const decoded = await codec.open(stored);
    for (const { projection, collection, owner, beside } of lists) {
      const wanted = decoded.filter(({ stream }) => projection.categories.some((category) => stream.startsWith(`${category}.`)));
      await collection.write(await projectBatch(projection, collection, wanted, await beside.for(stored)), { position, owner });
    }
    commits += stored.length;
    onProgress(commits);
    await setImmediate();
  }
}

async function takeOver(projection: Projection, ledgerline: Ledgerline): Promise<List> {
  const collection = await ledgerline.live(projection.collection);
  const owner = await collection.claim();
  const beside = new FactsBeside(projection, ledgerline);
  return { projection, collection, owner, beside, from: (await collection.checkpoint())?.position };
}

/** Where the list stands that is farthest back: what others have seen already they pass over by version. */
function earliest(lists: readonly List[], { store }: Ledgerline): Position | undefined {
  const positions = lists.map(({ from }) => from);
  if (positions.includes(undefined)) return undefined;
  return (positions as readonly Position[]).toSorted((a, b) => store.compare(a, b))[0];
}
