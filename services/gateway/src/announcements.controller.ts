import { announcementCalls, PublishAnnouncement } from '@ledgerline/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { AdministrationRecords, idOf } from './service-records.js';
import { paging, parseQuery, truth } from './ticket-query.js';

type Parameters = Record<string, string>;
type One = { readonly kind: 'one'; readonly announcement: object };

const listParameters = { toConfirm: truth, sent: truth, ...paging };
const receiptParameters = { confirmed: truth, ...paging };

/** R12: what the house tells its people, and who has read it. */
@Controller('api/v1/announcements')
@UseFilters(ProblemFilter)
export class AnnouncementsController {
  constructor(@Inject(AdministrationRecords) private readonly records: AdministrationRecords) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'announcements', parseQuery(query, listParameters));
  }

  @Post()
  publish(@Req() request: FastifyRequest) {
    return this.records.made(request, 'publish-announcement', PublishAnnouncement);
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<One>(request, 'announcement', known(id))).announcement;
  }

  @Get(':id/receipts')
  receipts(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Parameters) {
    return this.records.page(request, 'receipts-of-announcement', { ...parseQuery(query, receiptParameters), id: known(id) });
  }

  @Get(':id/commands')
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.one(request, id);
    return this.records.possibleSteps(request, announcementCalls, id);
  }

  @Post(':id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    return this.records.step(request, announcementCalls, { id: known(id), step });
  }
}

function known(id: string): string {
  return idOf(id, 'announcement-not-found');
}
