/** How it goes with the reading of one mailbox, as the process says that reads it. */
export interface MailboxHealth {
  readonly address: string;
  /** When it was looked into last: RFC 3339; null: not since this process began. */
  readonly lookedAt: string | null;
  /** Mails in it that were not taken at that look. */
  readonly waiting: number;
  /** Why it cannot be read just now. */
  readonly why?: string;
}

/** What the readers of this process say of their mailboxes. */
export class MailboxWatch {
  private readonly mailboxes = new Map<string, MailboxHealth>();

  report(health: MailboxHealth): void {
    this.mailboxes.set(health.address, health);
  }

  /** It cannot be read; what was known of it stands. */
  fails(address: string, why: string): void {
    const { lookedAt = null, waiting = 0 } = this.mailboxes.get(address) ?? {};
    this.report({ address, lookedAt, waiting, why });
  }

  all(): readonly MailboxHealth[] {
    return [...this.mailboxes.values()];
  }
}

/** Of each mailbox the word of whoever looked into it last. */
export function latestOfMailboxes(told: readonly MailboxHealth[]): readonly MailboxHealth[] {
  const latest = new Map<string, MailboxHealth>();
  for (const one of told) {
    const before = latest.get(one.address);
    if (before === undefined || (one.lookedAt ?? '') >= (before.lookedAt ?? '')) latest.set(one.address, one);
  }
  return [...latest.values()];
}
