import { JetStreamEventStore, LogAdoption } from '@ledgerline/adapter-nats';
import { asItems, logPages, sequenceOf, verifyLog, type Configuration } from '@ledgerline/host';
import { pointsOf, type EventStore, type Position } from '@ledgerline/kernel';
import { Refused } from '../outcome.js';
import { progress } from '../progress.js';
import type { Embedded } from './embedded.js';

type Connection = Parameters<typeof LogAdoption.begin>[0];

/** Moves the commits in their order, goes on where an earlier run stopped, and verifies what is there in the end. */
export async function moveLog(
  { store }: Embedded,
  connection: Connection,
  { site, replicas }: Configuration,
  signal: AbortSignal,
) {
  const end = await store.end();
  const total = sequenceOf(end);
  const epoch = pointsOf(end)?.[0]?.epoch as string;
  const adoption = await LogAdoption.begin(connection, { site, replicas, epoch });
  const target = (await JetStreamEventStore.openExisting(connection, { site })) as JetStreamEventStore;
  await refuseAnother(store, target, { adopted: adoption.adopted, total, epoch });
  const told = progress('moving');
  let moved = adoption.adopted;
  const after = moved === 0 ? undefined : (`main.${epoch}.${moved}` as Position);
  for await (const page of logPages(store, signal, { after })) {
    await adoption.append(page, moved);
    moved += page.length;
    told.at(moved, total);
  }
  told.end();
  const digest = await digestOf(store, signal);
  const there = await verifyLog(asItems(logPages(target, signal)), { gapless: true });
  if (there.fault || there.checked.digest !== digest || there.checked.commits !== total)
    throw new Refused(
      'not-the-same-log',
      `what is in JetStream is not what was moved: ${there.fault?.fault ?? 'digest-differs'}`,
    );
  await target.close();
  return { commits: total, alreadyThere: adoption.adopted, digest, position: String(there.checked.position ?? '') };
}

/** What an earlier run left there has to be the beginning of this log. */
async function refuseAnother(
  store: EventStore,
  target: EventStore,
  { adopted, total, epoch }: { readonly adopted: number; readonly total: number; readonly epoch: string },
): Promise<void> {
  if (adopted === 0) return;
  const [there] = await target.read((await target.end()).replace(/\d+$/, String(adopted - 1)) as Position, 1);
  const [here] = await store.read(`main.${epoch}.${adopted - 1}` as Position, 1);
  if (adopted > total || there?.hash !== here?.hash)
    throw new Refused('not-the-same-log', `NATS has ${adopted} commits of that site which are not the beginning of this log`);
}

async function digestOf(store: EventStore, signal: AbortSignal): Promise<string> {
  const { checked, fault } = await verifyLog(asItems(logPages(store, signal)), { gapless: true });
  if (fault)
    throw new Refused('log-not-whole', `the log that is to be moved does not fit together: ${fault.fault} at ${fault.position}`);
  return checked.digest;
}
