import { isSaidInWords, makesCampaigns, seesCallers, type Script } from '@ledgerline/domain';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { everyPage, type PlaceOnList } from '@ledgerline/kernel';
import { Controller, Get, Inject, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { exportOnRecord, leavesAs } from '../export-on-record.js';
import { Identity } from '../identity.js';
import { ProblemError } from '../problem.js';
import { ProblemFilter } from '../problem.filter.js';
import { QueryCalls } from '../query-call.js';
import { idOf } from '../service-records.js';
import { resultLines, type ExportedCall } from './result-lines.js';

type Page = { readonly kind: 'page'; readonly items: readonly ExportedCall[]; readonly next?: string };
const aPage = 200;

/** R9: what came of a campaign, as figures and as a table to take away. */
@Controller('api/v1/campaigns')
@UseFilters(ProblemFilter)
export class CampaignResultsController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(Identity) private readonly identity: Identity,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get(':id/results')
  results(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.queries.answer(request, 'outreach', 'campaign-results', { id: idOf(id, 'campaign-not-found') });
  }

  /** Marked with who took it and when on every line, and put on record before it begins (R7.2, ADR 0036). */
  @Get(':id/results.csv')
  async table(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') given: string) {
    const id = idOf(given, 'campaign-not-found');
    const principal = await this.identity.ofStaff(request);
    if (!makesCampaigns(principal.roles)) throw new ProblemError({ code: 'not-allowed' });
    const { campaign } = await this.queries.ask<{ kind: 'one'; campaign: { content: Script } }>(request, 'outreach', 'campaign', {
      id,
    });
    const taken = { format: 'campaign-results', campaign: id, position: await this.ledgerline.store.end() };
    const mark = await exportOnRecord(taken, principal, this.ledgerline);
    // What was said in words stands in nobody's table to whom the service does not give it: no column either.
    const questions = campaign.content.questions.filter((one) => seesCallers(principal.roles) || !isSaidInWords(one));
    const lines = resultLines({ questions }, this.pages(request, id), mark);
    return leavesAs(reply, { name: `campaign-${id}.csv`, mediaType: 'text/csv; charset=utf-8' }).send(Readable.from(lines));
  }

  private async *pages(request: FastifyRequest, id: string): AsyncGenerator<readonly ExportedCall[]> {
    const ask = (at: PlaceOnList) => this.queries.ask<Page>(request, 'outreach', 'calls-to-export', { id, limit: aPage, ...at });
    for await (const { items } of everyPage(ask)) yield items;
  }
}
