import { connect, type NatsConnection } from '@nats-io/transport-node';

export interface NatsOptions {
  /** Shown in the server's monitoring. */
  readonly name: string;
  /** False: gives up where no server answers at first, for a person who waits. */
  readonly patient?: boolean;
}

/**
 * `nats://user:password@host:port`, `nats://token@host`, several joined by commas (the first one's credentials hold for all).
 * Connects, and keeps reconnecting for ever: what is under way meanwhile fails by its own timeout.
 */
export function connectNats(url: string, { name, patient = true }: NatsOptions): Promise<NatsConnection> {
  const servers = url.split(',').map((one) => new URL(one.includes('://') ? one : `nats://${one}`));
  const { username, password } = servers[0] ?? { username: '', password: '' };
  const credentials =
    username === ''
      ? {}
      : password === ''
        ? { token: decodeURIComponent(username) }
        : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return connect({
    servers: servers.map(({ host }) => host),
    ...credentials,
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 200,
    waitOnFirstConnect: patient,
    timeout: patient ? 10_000 : 3_000,
  });
}
