import { LEDGERLINE, type Ledgerline, type MailboxSettings } from '@ledgerline/host';
import { Controller, Get, Inject, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from '../problem.filter.js';
import { QueryCalls } from '../query-call.js';
import { pageOfWhole } from '../whole-list.js';

interface SetAside {
  readonly kind: 'set-aside';
  readonly counts: Readonly<Record<string, number>>;
}

/** A mailbox that is read. */
export interface Mailbox {
  readonly address: string;
  readonly folder: string;
  /** What a mail becomes that opens a ticket. */
  readonly registersAs: Pick<MailboxSettings, 'kind' | 'item' | 'level'>;
  /** When; null before the first look. */
  readonly lookedAt: string | null;
  /** Mails that are there and were not taken in yet. */
  readonly waiting: number;
  /** Mails of it that a person has to look at. */
  readonly setAside: number;
  /** Why it cannot be read now. */
  readonly why: string | null;
}

/** How it goes with the mailboxes, for those who keep them. */
@Controller('api/v1/mailboxes')
@UseFilters(ProblemFilter)
export class MailboxesController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest) {
    const { configuration, readiness } = this.ledgerline;
    const mailboxes = configuration.mailboxes.map(({ address }) => address);
    const { counts } = await this.queries.ask<SetAside>(request, 'reporting', 'mails-set-aside', { mailboxes });
    const heard = new Map(readiness.mailboxes().map((one) => [one.address, one]));
    const items = configuration.mailboxes.map(({ address, folder, kind, item, level }): Mailbox => {
      const { lookedAt = null, waiting = 0, why = null } = heard.get(address) ?? {};
      return { address, folder, registersAs: { kind, item, level }, lookedAt, waiting, setAside: counts[address] ?? 0, why };
    });
    return pageOfWhole(request, items, ({ address }) => address);
  }
}
