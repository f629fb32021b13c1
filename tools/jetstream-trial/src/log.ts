import { DiscardPolicy, RetentionPolicy, StorageType, jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamManager, StreamConfig } from '@nats-io/jetstream';
import { connect, headers, nuid } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';

/** A commit on its way into the log: the guard is the JetStream sequence of the stream's last message, 0 for its first. */
export interface Append {
  readonly subject: string;
  readonly guard: number;
  readonly body: Uint8Array;
}

export interface Answer {
  readonly seq: number;
  readonly error?: { readonly err_code: number; readonly description: string };
}

export interface Log {
  readonly connection: NatsConnection;
  readonly manager: JetStreamManager;
  readonly name: string;
  close(): Promise<void>;
}

/** A JetStream stream as the architecture wants one for the log, with what `settings` changes. */
export async function openLog(servers: readonly string[], name: string, settings: Partial<StreamConfig> = {}): Promise<Log> {
  const connection = await connect({ servers: [...servers] });
  const manager = await jetstreamManager(connection, { timeout: 20_000 });
  await manager.streams.add({
    name,
    subjects: [`${name}.>`],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.New,
    deny_delete: true,
    deny_purge: true,
    allow_direct: true,
    allow_atomic: true,
    allow_batched: true,
    ...settings,
  });
  return { connection, manager, name, close: () => connection.close() };
}

function headed(append: Append, more: Readonly<Record<string, string>> = {}) {
  const named = headers();
  named.set('Nats-Expected-Last-Subject-Sequence', String(append.guard));
  for (const [key, value] of Object.entries(more)) named.set(key, value);
  return { headers: named, timeout: 30_000 };
}

/** One guarded message, acknowledged. */
export async function append(log: Log, one: Append): Promise<Answer> {
  return (await log.connection.request(one.subject, one.body, headed(one))).json();
}

/** Several guarded messages as one atomic batch: all or none, and one answer, whose `seq` is the last message's. */
export async function appendBatch(log: Log, many: readonly Append[]): Promise<Answer> {
  const id = nuid.next();
  const last = many.length;
  for (const [index, one] of many.slice(0, -1).entries()) {
    log.connection.publish(one.subject, one.body, headed(one, { 'Nats-Batch-Id': id, 'Nats-Batch-Sequence': String(index + 1) }));
  }
  const one = many.at(-1);
  if (one === undefined) throw new TypeError('a batch of none');
  const ending = { 'Nats-Batch-Id': id, 'Nats-Batch-Sequence': String(last), 'Nats-Batch-Commit': '1' };
  return (await log.connection.request(one.subject, one.body, headed(one, ending))).json();
}

export function mustBeTaken(answer: Answer): number {
  if (answer.error !== undefined) throw new Error(`${answer.error.err_code} ${answer.error.description}`);
  return answer.seq;
}
