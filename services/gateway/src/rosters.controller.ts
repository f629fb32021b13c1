import { code, ImportRosterTable, isLocalDate, localMonth, OpenRoster, rosterCalls, shiftBookCalls } from '@ledgerline/contracts';
import { rosterId } from '@ledgerline/domain';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { leavesAs } from './export-on-record.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { rosterRows, rosterTable, type RosterOfTable } from './rosters/roster-table.js';
import { shiftsAsCalendar, type ShiftsOfCalendar } from './rosters/shifts-as-calendar.js';
import { AdministrationRecords, idOf } from './service-records.js';
import { paging, parseQuery, shape } from './ticket-query.js';

type Parameters = Record<string, string>;
type One = { readonly kind: 'one'; readonly roster: RosterOfTable };
type Book = { readonly kind: 'one'; readonly book: object };
type Own = { readonly kind: 'page'; readonly items: ShiftsOfCalendar };

const date = (text: string) => (isLocalDate(text) ? text : undefined);
const listParameters = { department: shape(code), month: shape(localMonth), ...paging };
const ownParameters = { from: date, through: date };
/** Days that one asks for at most. */
const longestStretch = 366;

/** R12: who works when. A roster's id is its department and month. */
@Controller('api/v1')
@UseFilters(ProblemFilter)
export class RostersController {
  constructor(
    @Inject(AdministrationRecords) private readonly records: AdministrationRecords,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
  ) {}

  @Get('rosters')
  list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'rosters', parseQuery(query, listParameters));
  }

  @Post('rosters')
  open(@Req() request: FastifyRequest) {
    return this.records.made(request, 'open-roster', OpenRoster, (body) => rosterId(body));
  }

  @Get('rosters/mine')
  mine(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'own-shifts', stretchOf(query));
  }

  /** For a calendar of one's own (RFC 5545). */
  @Get('rosters/mine.ics')
  async calendar(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Parameters) {
    const { items } = await this.records.told<Own>(request, 'own-shifts', stretchOf(query));
    return leavesAs(reply, { name: 'shifts.ics', mediaType: 'text/calendar; charset=utf-8' }).send(shiftsAsCalendar(items));
  }

  @Get('rosters/on-now')
  onNow(@Req() request: FastifyRequest, @Query() query: Parameters) {
    const { department } = parseQuery(query, { department: shape(code) });
    return this.records.page(request, 'on-now', { department: needed(department, '/department') });
  }

  @Get('rosters/:id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<One>(request, 'roster', known(id))).roster;
  }

  /** As it goes in again: a line for each person, a column for each date. */
  @Get('rosters/:id/table.csv')
  async table(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    const { roster } = await this.records.one<One>(request, 'roster', known(id));
    const names = await this.namesOf(request, roster);
    return leavesAs(reply, { name: `roster-${id}.csv`, mediaType: 'text/csv; charset=utf-8' }).send(rosterTable(roster, names));
  }

  @Get('rosters/:id/commands')
  async possible(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.one(request, id);
    return this.records.possibleSteps(request, rosterCalls, id);
  }

  @Post('rosters/:id/import')
  @HttpCode(200)
  async import(@Req() request: FastifyRequest, @Param('id') given: string) {
    const id = known(given);
    const { body: sent } = request;
    const content = Buffer.isBuffer(sent) ? sent : Buffer.from(this.commands.parse(ImportRosterTable, sent).table);
    const body = { rows: rosterRows(content, id) };
    const call = { service: 'administration', call: 'import-roster', id, body } as const;
    const { version, position, events } = await this.commands.send(request, call);
    return { id, version, position, events };
  }

  @Post('rosters/:id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    return this.records.step(request, rosterCalls, { id: known(id), step });
  }

  @Get('shift-books/:id')
  async book(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<Book>(request, 'shift-book', idOf(id, 'shift-book-not-found'))).book;
  }

  @Post('shift-books/:id/:step')
  @HttpCode(200)
  bookStep(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    return this.records.step(request, shiftBookCalls, { id: idOf(id, 'shift-book-not-found'), step });
  }

  /** Names beside usernames, so that whoever opens the table knows whose line it is. */
  private async namesOf(request: FastifyRequest, { people }: RosterOfTable) {
    const ids = people.map(({ account }) => account);
    const { items } = await this.records.told<People>(request, 'people', { ids });
    return new Map(items.map((one) => [one.id, one]));
  }
}

interface People {
  readonly kind: 'people';
  readonly items: readonly { readonly id: string; readonly name: unknown; readonly username?: unknown }[];
}

function stretchOf(query: Parameters): { readonly from: string; readonly through: string } {
  const { from, through } = parseQuery(query, ownParameters) as { readonly from?: string; readonly through?: string };
  const [first, last] = [needed(from, '/from'), needed(through, '/through')];
  const { days } = Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last));
  if (days >= 0 && days < longestStretch) return { from: first, through: last };
  throw new ProblemError({
    code: 'invalid-query',
    errors: [{ pointer: '/through', detail: `has to be within ${longestStretch} days` }],
  });
}

function needed(value: unknown, pointer: string): string {
  if (typeof value === 'string') return value;
  throw new ProblemError({ code: 'invalid-query', errors: [{ pointer, detail: 'is required' }] });
}

function known(id: string): string {
  return idOf(id, 'roster-not-found');
}
