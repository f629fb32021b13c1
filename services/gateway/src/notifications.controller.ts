import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { parseInbox } from './ticket-query.js';

type Page = { readonly kind: 'page'; readonly items: readonly unknown[]; readonly next?: string };

/** What the system has to tell whoever asks. */
@Controller('api/v1/notifications')
@UseFilters(ProblemFilter)
export class NotificationsController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const page = await this.queries.ask<Page>(request, 'notification', 'notices', parseInbox(query));
    return { items: page.items, next: page.next ?? null };
  }

  /** Read up to and with this one. */
  @Post(':id/read')
  @HttpCode(200)
  async read(@Req() request: FastifyRequest, @Param('id') id: string) {
    if (!/^[A-Za-z0-9_-]{1,500}$/.test(id)) throw new ProblemError({ code: 'invalid-id' });
    const { position } = await this.commands.send(request, {
      service: 'notification',
      call: 'read-notices',
      id: 'inbox',
      body: { upTo: id },
    });
    return { id, position };
  }
}
