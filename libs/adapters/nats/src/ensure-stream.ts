import { JetStreamApiError, StorageType, type JetStreamManager, type StreamConfig } from '@nats-io/jetstream';
import { streamNotFound } from './log-stream.js';

type Wanted = Pick<StreamConfig, 'name' | 'subjects' | 'num_replicas'> & Partial<Pick<StreamConfig, 'deny_purge'>>;

/** Makes a stream whose messages cannot be deleted, where there is none of that name. */
export async function ensureStream(manager: JetStreamManager, wanted: Wanted): Promise<void> {
  try {
    await manager.streams.info(wanted.name);
  } catch (error) {
    if (!(error instanceof JetStreamApiError && error.code === streamNotFound)) throw error;
    await manager.streams.add({ ...wanted, storage: StorageType.File, deny_delete: true, allow_direct: true });
  }
}
