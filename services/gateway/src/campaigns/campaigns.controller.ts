import {
  callStatuses,
  campaignCalls,
  campaignPurposes,
  campaignStatuses,
  listedCallCalls,
  OpenCampaign,
} from '@ledgerline/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from '../command-call.js';
import { ProblemFilter } from '../problem.filter.js';
import { QueryCalls } from '../query-call.js';
import { idOf, OutreachRecords } from '../service-records.js';
import { paging, parseQuery, word, words } from '../ticket-query.js';
import { CallListing } from './call-listing.js';

type Parameters = Record<string, string>;
type OneCampaign = { readonly kind: 'one'; readonly campaign: object };
type OneCall = { readonly kind: 'one'; readonly call: object };
interface CallPath {
  readonly id: string;
  readonly call: string;
}

const listParameters = { status: word(campaignStatuses), purpose: word(campaignPurposes), q: words, ...paging };
const callParameters = { status: word(callStatuses), ...paging };

/** R9: campaigns, whom they call, and the next call of an agent. */
@Controller('api/v1/campaigns')
@UseFilters(ProblemFilter)
export class CampaignsController {
  constructor(
    @Inject(OutreachRecords) private readonly records: OutreachRecords,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(CallListing) private readonly listing: CallListing,
  ) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'campaigns', parseQuery(query, listParameters));
  }

  @Post()
  open(@Req() request: FastifyRequest) {
    return this.records.made(request, 'open-campaign', OpenCampaign);
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<OneCampaign>(request, 'campaign', known(id))).campaign;
  }

  @Get(':id/commands')
  async possible(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.one(request, id);
    return this.records.possibleSteps(request, campaignCalls, id);
  }

  @Get(':id/calls')
  calls(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Parameters) {
    return this.records.page(request, 'calls-of-campaign', { ...parseQuery(query, callParameters), id: known(id) });
  }

  /** Customers and tickets as JSON, or numbers as a table. */
  @Post(':id/calls')
  @HttpCode(200)
  add(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.listing.add(request, known(id));
  }

  @Post(':id/next-call')
  @HttpCode(200)
  async next(@Req() request: FastifyRequest, @Param('id') id: string) {
    const call = { service: 'outreach', call: 'take-next-call', body: {}, id: known(id) };
    const { id: taken, version, position, events } = await this.commands.send(request, call);
    return { id: taken, version, position, events };
  }

  @Get(':id/calls/:call')
  async call(@Req() request: FastifyRequest, @Param() { id, call }: CallPath) {
    const body = { id: known(id), call: knownCall(call) };
    return (await this.queries.ask<OneCall>(request, 'outreach', 'call-of-campaign', body)).call;
  }

  @Post(':id/calls/:call/:step')
  @HttpCode(200)
  callStep(@Req() request: FastifyRequest, @Param() { id, call, step }: CallPath & { readonly step: string }) {
    return this.records.step(request, listedCallCalls, { id: knownCall(call), step, beside: { campaign: known(id) } });
  }

  @Post(':id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { readonly id: string; readonly step: string }) {
    return this.records.step(request, campaignCalls, { id: known(id), step });
  }
}

function known(id: string): string {
  return idOf(id, 'campaign-not-found');
}

function knownCall(id: string): string {
  return idOf(id, 'call-not-found');
}
