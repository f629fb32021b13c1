import type {
  Blobs, Bus, Checkpoints, Clock, Collection, CollectionDefinition, CommandHandling, Cryptography, EventCodec, EventStore, Homes, KeyRing, Outlet, ReadModels, TreeStore, Vault,
} from '@ledgerline/kernel'; // prettier-ignore
import type { Logger } from 'pino';
import type { AnalyticsDesk } from './analytics/analytics-desk.js';
import type { Configuration } from './configuration.js';
import type { HeardReadiness } from './heard-readiness.js';
import type { LinkWatch } from './link/link-health.js';
import type { LogWatch } from './log-watch.js';
import type { MailboxWatch } from './mailbox-watch.js';
import type { SecretName } from './secrets.js';
import type { Supervision } from './supervision.js';
import type { Traces } from './traces/traces.js';

/** What a service is given: the ports, opened, and the way to ask other services. */
export interface Ledgerline {
  readonly configuration: Configuration;
  readonly log: Logger;
  readonly clock: Clock;
  readonly cryptography: Cryptography;
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly keys: KeyRing;
  readonly commands: CommandHandling;
  /** Where streams are at home, of those that are not at home here. */
  readonly homes: Homes;
  /** What this process knows of links to other installations. */
  readonly links: LinkWatch;
  readonly vault: Vault;
  readonly blobs: Blobs;
  readonly bus: Bus;
  /** Where the public feed is published; none without a broker. */
  readonly outlet?: Outlet;
  readonly readModels: ReadModels;
  readonly checkpoints: Checkpoints;
  /** The Merkle tree over the log, and the checkpoints that were signed over it. */
  readonly trees: TreeStore;
  readonly supervision: Supervision;
  readonly watch: LogWatch;
  /** What this process's readers of mailboxes say. */
  readonly mailboxes: MailboxWatch;
  /** Questions over all of the log, where the service that answers them runs in this process. */
  readonly analytics: AnalyticsDesk;
  /** What every process says of itself; gathered where there is an edge. */
  readonly readiness: HeardReadiness;
  /** Undefined, and nothing is paid for them, unless the configuration asks for traces. */
  readonly traces: Traces | undefined;
  /** HMAC of a text under a named secret of the Vault, 22 characters base64url. */
  digest(secret: SecretName, text: string): string;
  /** The generation of a read model that queries read. */
  live<Document>(definition: CollectionDefinition<Document>): Promise<Collection<Document>>;
  /** Asks another service, in this process or another. @throws NoHandler, RequestTimeout, RemoteFailure */
  ask<Reply>(service: string, call: string, payload: unknown): Promise<Reply>;
}

/** Injection token of the `Ledgerline` in Nest's modules. */
export const LEDGERLINE = Symbol('Ledgerline');
