import { connect, type NatsConnection } from '@nats-io/transport-node';

export interface NatsOptions {
  /** Shown in the server's monitoring. */
  readonly name: string;
}

/** Connects, and keeps reconnecting for ever: what is under way meanwhile fails by its own timeout. */
export function connectNats(url: string, { name }: NatsOptions): Promise<NatsConnection> {
  return connect({
    servers: url.split(','),
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 200,
    waitOnFirstConnect: true,
    timeout: 10_000,
  });
}
