import { JetStreamApiError, jetstreamManager } from '@nats-io/jetstream';
import { connectNats } from './connect-nats.js';
import { logName, streamNotFound } from './log-stream.js';

/** What a NATS server says of itself and of a site's log. */
export interface NatsFacts {
  readonly version: string;
  readonly jetStream: boolean;
  /** Bytes of a message at most. */
  readonly largestPayload: number;
  /** undefined: there is none yet. */
  readonly log: { readonly replicas: number; readonly commits: number; readonly denyDelete: boolean } | undefined;
}

/** Connects, looks, and goes; makes and changes nothing. @throws where no server answers within 3 s */
export async function lookAtNats(url: string, { site, period = 'p0' }: { site: string; period?: string }): Promise<NatsFacts> {
  const connection = await connectNats(url, { name: 'ledgerline-doctor', patient: false });
  try {
    const { version = '', jetstream: jetStream = false, max_payload: largestPayload = 0 } = connection.info ?? {};
    if (!jetStream) return { version, jetStream, largestPayload, log: undefined };
    const manager = await jetstreamManager(connection, { timeout: 3_000 });
    try {
      const { config, state } = await manager.streams.info(logName(site, period));
      const log = { replicas: config.num_replicas, commits: state.messages, denyDelete: config.deny_delete };
      return { version, jetStream, largestPayload, log };
    } catch (error) {
      if (error instanceof JetStreamApiError && error.code === streamNotFound)
        return { version, jetStream, largestPayload, log: undefined };
      throw error;
    }
  } finally {
    await connection.close();
  }
}

/** True where a server's monitoring says that JetStream syncs every write before it acknowledges (`sync_interval: always`). */
export async function syncsAlways(monitor: string): Promise<boolean> {
  const answer = await fetch(new URL('/varz', monitor), { signal: AbortSignal.timeout(3_000) });
  if (!answer.ok) throw new Error(`${monitor}/varz answers ${answer.status}`);
  const facts = (await answer.json()) as { jetstream?: { config?: { sync_always?: boolean } } };
  return facts.jetstream?.config?.sync_always === true;
}
