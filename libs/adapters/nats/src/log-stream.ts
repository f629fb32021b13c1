import { DiscardPolicy, JetStreamApiError, RetentionPolicy, StorageType, type JetStreamManager } from '@nats-io/jetstream';
import { randomBytes } from 'node:crypto';

/** JetStream's own stream of a site and birth period. */
export function logName(site: string, period: string): string {
  return `LOG_${site}_${period}`;
}

export function subjectsOf(site: string): string {
  return `log.${site}.>`;
}

export const streamNotFound = 10_059;
/** "wrong last sequence", and its constant form while another write to the subject is in flight. */
export const wrongLastSequence: readonly number[] = [10_071, 10_164];
const nameInUse = 10_058;

interface LogOptions {
  readonly site: string;
  readonly period: string;
  readonly replicas: number;
  /** Of a log that is taken over from elsewhere; else a new one. */
  readonly epoch?: string;
}

/** Makes the log where there is none: no limits, nothing can be deleted or purged. @returns its epoch */
export async function ensureLog(manager: JetStreamManager, { site, period, replicas, epoch }: LogOptions): Promise<string> {
  const name = logName(site, period);
  const found = await epochOf(manager, name);
  if (found !== undefined) {
    const { config } = await manager.streams.info(name);
    if (!config.allow_atomic) await manager.streams.update(name, { allow_atomic: true });
    return found;
  }
  try {
    await manager.streams.add({
      name,
      subjects: [subjectsOf(site)],
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      discard: DiscardPolicy.New,
      num_replicas: replicas,
      deny_delete: true,
      deny_purge: true,
      allow_direct: true,
      allow_atomic: true,
      max_age: 0,
      max_msgs: -1,
      max_bytes: -1,
      metadata: { epoch: epoch ?? `1${randomBytes(4).toString('hex')}` },
    });
  } catch (error) {
    if (!(error instanceof JetStreamApiError && error.code === nameInUse)) throw error;
  }
  const made = await epochOf(manager, name);
  if (made === undefined) throw new Error(`the JetStream stream ${name} has no epoch: it was not made by Ledgerline`);
  return made;
}

/** undefined where there is no such log. */
export async function epochOf(manager: JetStreamManager, name: string): Promise<string | undefined> {
  try {
    return (await manager.streams.info(name)).config.metadata?.['epoch'];
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === streamNotFound) return undefined;
    throw error;
  }
}

/** True where somebody else has written since: the guard of a write was wrong. */
export function isWrongLastSequence(error: unknown): boolean {
  return error instanceof JetStreamApiError && wrongLastSequence.includes(error.code);
}
