import { SaveSegment, segmentCalls } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { CommandCalls } from './command-call.js';
import { exportOnRecord, leavesAs } from './export-on-record.js';
import { idOf, stepNamed } from './service-records.js';
import { Identity } from './identity.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { segmentLines, type CustomerLine } from './segment-lines.js';
import { paging, parseQuery } from './ticket-query.js';

type Page<Item> = { readonly kind: 'page'; readonly items: readonly Item[]; readonly next?: string };

/** R10: saved filters over the customer base for market analysis, governed by what their customers consented to. */
@Controller('api/v1/customer-segments')
@UseFilters(ProblemFilter)
export class CustomerSegmentsController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  @Post()
  @HttpCode(201)
  async save(@Req() request: FastifyRequest) {
    const body = this.commands.parse(SaveSegment, request.body);
    const { id, version, position } = await this.commands.send(request, { service: 'intake', call: 'save-segment', body });
    return { id, version, position };
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const page = await this.queries.ask<Page<object>>(request, 'reporting', 'segments', parseQuery(query, paging));
    return { items: page.items, next: page.next ?? null };
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    type One = { readonly kind: 'segment'; readonly segment: object };
    return (await this.queries.ask<One>(request, 'reporting', 'segment', { id: known(id) })).segment;
  }

  /** Put on record before it begins; made page by page as it is read; who took it and when stands on every line (ADR 0036). */
  @Get(':id/export')
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    const page = (cursor?: string) =>
      this.queries.ask<Page<CustomerLine>>(request, 'reporting', 'customers-in-segment', {
        id: known(id),
        ...(cursor === undefined ? {} : { cursor }),
      });
    const first = await page();
    const taken = { format: 'segment', segment: id, position: await this.ledgerline.store.end() };
    const mark = await exportOnRecord(taken, await this.identity.ofStaff(request), this.ledgerline);
    const name = `segment-${id}-${mark.exportedAt.slice(0, 10)}.csv`;
    return leavesAs(reply, { name, mediaType: 'text/csv; charset=utf-8' }).send(
      Readable.from(segmentLines({ first, page, mark })),
    );
  }

  @Post(':id/:step')
  @HttpCode(200)
  async step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    const { call, body: type } = stepNamed(segmentCalls, step);
    const body = this.commands.parse(type, request.body);
    const { version, position, events } = await this.commands.send(request, { service: 'intake', call, body, id: known(id) });
    return { id, version, position, events };
  }
}

function known(id: string): string {
  return idOf(id, 'segment-not-found');
}
