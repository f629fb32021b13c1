import { accountIdOf, LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, Get, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { deadlinesParameters, eventsParameters, parseMoment, parseQuery, parseTicketList } from './ticket-query.js';
import { ticketView } from './ticket-view.js';

type Page = {
  readonly kind: 'page';
  readonly items: readonly Record<string, unknown>[];
  readonly next?: string;
  readonly position?: string;
};

type Deadlines = { readonly kind: 'deadlines'; readonly clocks: unknown; readonly holders: unknown; readonly at: string };

@Controller('api/v1/tickets')
@UseFilters(ProblemFilter)
export class TicketsController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const filter = parseTicketList(query);
    if (typeof filter['handler'] === 'string') filter['handler'] = accountIdOf(filter['handler'], this.ledgerline);
    const page = await this.queries.ask<Page>(request, 'reporting', isPast(filter) ? 'tickets-then' : 'tickets', filter);
    const { position } = page;
    return { items: page.items.map(ticketView), next: page.next ?? null, ...(position === undefined ? {} : { position }) };
  }

  @Get('count')
  async count(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const filter = parseTicketList(query);
    if (typeof filter['handler'] === 'string') filter['handler'] = accountIdOf(filter['handler'], this.ledgerline);
    const { count, exact } = await this.queries.ask<{ kind: 'count'; count: number; exact: boolean }>(
      request,
      'reporting',
      isPast(filter) ? 'ticket-count-then' : 'ticket-count',
      filter,
    );
    return { count, exact };
  }

  @Get(':id')
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: Record<string, string>,
  ) {
    const moment = parseMoment(query);
    const answer = await this.queries.ask<{ kind: 'ticket'; ticket: Record<string, unknown> }>(request, 'reporting', 'ticket', {
      idOrNumber: id,
      ...moment,
    });
    void reply.header('etag', `"${String(answer.ticket['version'])}"`);
    return ticketView(answer.ticket);
  }

  @Get(':id/events')
  async events(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, string>) {
    const { limit = 100, cursor = 0 } = parseQuery(query, eventsParameters) as { limit?: number; cursor?: number };
    const body = { idOrNumber: id, limit, after: cursor };
    const { items, next } = await this.queries.ask<{ kind: 'events'; items: readonly unknown[]; next?: string }>(
      request,
      'reporting',
      'ticket-events',
      body,
    );
    return { items, next: next ?? null };
  }

  @Get(':id/deadlines')
  async deadlines(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, string>) {
    const body = { idOrNumber: id, ...parseQuery(query, deadlinesParameters) };
    const answer = await this.queries.ask<Deadlines>(request, 'reporting', 'ticket-deadlines', body);
    return { items: answer.clocks, holders: answer.holders, at: answer.at, next: null };
  }

  @Get(':id/accesses')
  async accesses(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, string>) {
    const { limit = 100, cursor = 0 } = parseQuery(query, eventsParameters) as { limit?: number; cursor?: number };
    const body = { idOrNumber: id, limit, after: cursor };
    type Accesses = { readonly kind: 'accesses'; readonly items: readonly unknown[]; readonly next?: string };
    const { items, next } = await this.queries.ask<Accesses>(request, 'reporting', 'ticket-accesses', body);
    return { items, next: next ?? null };
  }

  @Get(':id/messages')
  async messages(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, string>) {
    const body = { idOrNumber: id, ...parseQuery(query, deadlinesParameters) };
    const { items } = await this.queries.ask<{ kind: 'messages'; items: readonly unknown[] }>(
      request,
      'reporting',
      'ticket-messages',
      body,
    );
    return { items, next: null };
  }

  /** What the caller was written, and what became of it. */
  @Get(':id/mails')
  async mails(@Req() request: FastifyRequest, @Param('id') id: string) {
    type Mails = { readonly kind: 'mails'; readonly items: readonly unknown[] };
    const { items } = await this.queries.ask<Mails>(request, 'reporting', 'ticket-mails', { idOrNumber: id });
    return { items, next: null };
  }

  /** What is kept of the caller, as far as whoever asks sees them. */
  @Get(':id/caller-profile')
  async callerProfile(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { kind: _kind, ...profile } = await this.queries.ask<{ kind: 'profile' }>(request, 'reporting', 'caller-profile', {
      idOrNumber: id,
    });
    return profile;
  }

  @Get(':id/routing')
  async routing(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.queries.answer(request, 'reporting', 'ticket-routing', { idOrNumber: id });
  }
}

function isPast(filter: Readonly<Record<string, unknown>>): boolean {
  return filter['at'] !== undefined;
}
