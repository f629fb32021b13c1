import { parseBody, RegisterTicket, type BodyFault } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, HttpCode, Inject, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { Identity } from './identity.js';
import { columnOf, lateEntryRows, type LateEntryRow } from './late-entry-rows.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';

/** What became of a row. */
export interface LateEntry {
  /** Of the file, from 1. */
  readonly line: number;
  readonly status: 'registered' | 'repeated' | 'refused';
  /** The row's own. */
  readonly reference?: string;
  /** Of the ticket, and its number. */
  readonly id?: string;
  readonly number?: string;
  /** Why it was refused; with the columns that are wrong. */
  readonly code?: string;
  readonly errors?: readonly { readonly column: string; readonly detail: string }[];
}

/** What became of a file. */
export interface LateEntries {
  readonly rows: number;
  readonly registered: number;
  readonly repeated: number;
  readonly refused: number;
  readonly items: readonly LateEntry[];
}

/** Rows that are registered at once: durability is paid once for them. */
const atOnce = 16;

/** R1.1, outage mode: what was written on paper is registered with its own times, one ticket a row. */
@Controller('api/v1/late-entries')
@UseFilters(ProblemFilter)
export class LateEntriesController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  @Post()
  @HttpCode(200)
  async register(@Req() request: FastifyRequest): Promise<LateEntries> {
    await this.identity.of(request);
    if (!Buffer.isBuffer(request.body)) throw new ProblemError({ code: 'unsupported-media-type' });
    const rows = lateEntryRows(request.body);
    const items: LateEntry[] = [];
    for (let first = 0; first < rows.length; first += atOnce)
      items.push(...(await Promise.all(rows.slice(first, first + atOnce).map((row) => this.registerRow(request, row)))));
    const count = (status: LateEntry['status']) => items.filter((item) => item.status === status).length;
    return { rows: rows.length, registered: count('registered'), repeated: count('repeated'), refused: count('refused'), items };
  }

  /** A row is known by its reference: sent again it is the same ticket, with other words it is refused. */
  private async registerRow(request: FastifyRequest, row: LateEntryRow): Promise<LateEntry> {
    const { line } = row;
    if ('fault' in row) return { line, status: 'refused', code: row.fault };
    const { reference } = row;
    const parsed = parseBody(RegisterTicket, row.body);
    if ('faults' in parsed)
      return { line, reference, status: 'refused', code: 'invalid-row', errors: parsed.faults.map(inColumn) };
    const unique = `late entry ${this.ledgerline.configuration.site} ${reference}`;
    const body = { ...parsed.body, enteredLate: true };
    try {
      const { id, facts, repeated } = await this.commands.send(request, { service: 'intake', call: 'register', body, unique });
      return { line, reference, status: repeated ? 'repeated' : 'registered', id, number: String(facts?.['number']) };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500 || error.status === 403) throw error;
      return { line, reference, status: 'refused', code: error.problem.code };
    }
  }
}

function inColumn({ pointer, detail }: BodyFault) {
  return { column: columnOf[pointer] ?? pointer.slice(1), detail };
}
