import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { SqliteEventStore, SqliteVault } from '@ledgerline/adapter-sqlite';
import { ledgerlineEvents } from '@ledgerline/domain';
import { EventCodec, KeyRing, type Position, type RecordedEvent, type StreamName } from '@ledgerline/kernel';

/** What a log says, stream by stream: without what differs between two runs (positions, keys of persons, time of recording). */
export async function logContent(data: string): Promise<ReadonlyMap<StreamName, readonly RecordedEvent[]>> {
  const store = await SqliteEventStore.open(data, { readOnly: true });
  const vault = await SqliteVault.open(data, { readOnly: true });
  const codec = new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(vault));
  const content = new Map<StreamName, RecordedEvent[]>();
  for (let after: Position | undefined; ;) {
    const page = await store.read(after, 1_000);
    if (page.length === 0) break;
    for (const { stream, events } of await codec.open(page))
      content.set(stream, [...(content.get(stream) ?? []), ...events.map(comparable)]);
    after = page.at(-1)?.position;
  }
  await store.close();
  await vault.close();
  return content;
}

function comparable({ data, meta, ...event }: RecordedEvent): RecordedEvent {
  const { person: _person, ...rest } = data as Record<string, unknown>;
  return { ...event, data: rest, meta: { ...meta, recordedAt: '' } };
}
