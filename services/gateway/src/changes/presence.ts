import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ChangeFeed } from './change-feed.js';

export type Doing = 'looking' | 'writing' | 'away';

/** What copies of the gateway tell each other. */
export interface Sign {
  readonly ticket: string;
  readonly id: string;
  readonly name: string;
  readonly doing: Doing;
}

/** Milliseconds after which one who gives no more signs is gone. */
const gone = 45_000;
const mostTickets = 20_000;

/**
 * Who is looking at a ticket and who is writing: told on the bus to every copy of the gateway, kept in memory for as long as signs
 * come, and told to those alone who are at that ticket themselves. Nothing of it is recorded.
 */
@Injectable()
export class Presence implements OnModuleInit {
  private readonly tickets = new Map<
    string,
    Map<string, { readonly name: string; readonly doing: Doing; readonly until: number }>
  >();

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(ChangeFeed) private readonly feed: ChangeFeed,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.ledgerline.bus.hear(this.subject, (sign: Sign) => this.hear(sign));
  }

  give(sign: Sign): void {
    this.ledgerline.bus.tell(this.subject, sign);
  }

  private get subject(): string {
    return `ledgerline.${this.ledgerline.configuration.site}.presence`;
  }

  private hear({ ticket, id, name, doing }: Sign): void {
    const now = performance.now();
    const people = this.tickets.get(ticket) ?? new Map();
    const there = new Set(people.keys());
    for (const [one, { until }] of people) if (until < now) people.delete(one);
    if (doing === 'away') people.delete(id);
    else people.set(id, { name, doing, until: now + gone });
    this.tickets.delete(ticket);
    if (people.size > 0) this.tickets.set(ticket, people);
    if (this.tickets.size > mostTickets) this.tickets.delete(this.tickets.keys().next().value as string);
    const told = JSON.stringify(
      [...people].map(([one, { name: called, doing: does }]) => ({ id: one, name: called, doing: does })),
    );
    for (const listener of this.feed.all)
      if (there.has(listener.principal.id) || people.has(listener.principal.id)) listener.present(ticket, told);
  }
}
