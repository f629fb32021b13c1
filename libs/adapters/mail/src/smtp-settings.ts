import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { isLoopback } from './loopback.js';

/** The server that letters are handed to, and how one gets in. The password is never logged. */
export interface SmtpSettings {
  /** `smtps`: TLS from the start; `smtp`: STARTTLS, without which nothing is said, but on this machine itself. */
  readonly scheme: 'smtps' | 'smtp';
  readonly host: string;
  readonly port: number;
  /** Without one nobody signs in. */
  readonly user: string;
  readonly password: string;
  /** Sender of every letter, in lower case; what cannot be delivered comes back there. */
  readonly from: string;
  /** What stands beside it. */
  readonly name: string;
}

/** Milliseconds that a server may take: to be there, for a command, for its word on a letter (RFC 5321, 4.5.3.2.6). */
export interface SmtpPatience {
  readonly greeting: number;
  readonly command: number;
  readonly verdict: number;
}

/** For tests, whose servers are on this machine. */
export interface SmtpOptions {
  readonly patience?: SmtpPatience;
  /** PEM of the certificate authority that is trusted: then TLS is asked for on this machine too. */
  readonly authority?: string;
}
const asTheRuleSays: SmtpPatience = { greeting: 20_000, command: 60_000, verdict: 600_000 };

export function patienceOf({ patience = asTheRuleSays }: SmtpOptions): SmtpPatience {
  return patience;
}

export function connectionOptions({ scheme, host, port, from }: SmtpSettings, options: SmtpOptions): SMTPConnectionOptions {
  const { greeting, verdict } = patienceOf(options);
  const { authority } = options;
  const isPlain = isLoopback(host) && authority === undefined;
  return {
    host,
    port,
    secure: scheme === 'smtps',
    requireTLS: scheme === 'smtp' && !isPlain,
    ignoreTLS: isPlain,
    name: from.slice(from.lastIndexOf('@') + 1),
    ...(authority === undefined ? {} : { tls: { ca: authority } }),
    // What it would log are letters and passwords.
    logger: false,
    connectionTimeout: greeting,
    greetingTimeout: greeting,
    dnsTimeout: greeting,
    socketTimeout: verdict,
    maxResponseSize: 64 * 1024,
  };
}
