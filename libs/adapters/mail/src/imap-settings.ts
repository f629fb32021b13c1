import type { ImapFlowOptions } from 'imapflow';
import { isLoopback } from './loopback.js';

/** Where a mailbox is, and how one gets in. The password is never logged. */
export interface ImapSettings {
  /** The mailbox's own address, in lower case. */
  readonly address: string;
  /** `imaps`: TLS from the start; `imap`: STARTTLS, without which nobody signs in, but on this machine itself. */
  readonly scheme: 'imaps' | 'imap';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

/** Milliseconds for a server that does not answer. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 300_000 };

export function clientOptions({ scheme, host, port, user, password }: ImapSettings): ImapFlowOptions {
  return {
    host,
    port,
    secure: scheme === 'imaps',
    ...(scheme === 'imap' ? { doSTARTTLS: !isLoopback(host) } : {}),
    auth: { user, pass: password },
    // What it would log are commands with addresses and passwords.
    logger: false,
    autoIdleDelay: 1_000,
    ...patience,
  };
}
