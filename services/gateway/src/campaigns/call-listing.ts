import { ListCalls } from '@ledgerline/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from '../command-call.js';
import { ProblemError } from '../problem.js';
import { callTableRows } from './call-table-rows.js';

/** What became of one of a list: of a table by its line, of a body by its place, from 1. */
interface Told {
  readonly line: number;
  readonly status: 'listed' | 'already' | 'refused';
  readonly code?: string;
  readonly id?: string;
}

export interface ListedCalls {
  readonly rows: number;
  readonly listed: number;
  readonly already: number;
  readonly refused: number;
  readonly items: readonly Told[];
}
type Row = Readonly<Record<string, unknown>> & { readonly line: number };

/** Rows that go over the bus at once: what a service answers well within the time that it has. */
const atOnce = 200;

/** Puts customers onto a call list, whoever they come from: each is told, and none stands in the way of the others. */
@Injectable()
export class CallListing {
  constructor(@Inject(CommandCalls) private readonly commands: CommandCalls) {}

  async add(request: FastifyRequest, campaign: string): Promise<ListedCalls> {
    const { broken, parts } = Buffer.isBuffer(request.body) ? ofTable(request.body) : this.ofBody(request.body);
    const items: Told[] = [...broken];
    for (const { source, rows } of parts)
      for (let first = 0; first === 0 || first < rows.length; first += atOnce) {
        const call = { service: 'outreach', call: 'list-calls', id: campaign };
        const body = { source, rows: rows.slice(first, first + atOnce) };
        const { facts } = await this.commands.send(request, { ...call, body });
        items.push(...(facts?.['items'] as readonly Told[]));
      }
    const count = (status: Told['status']) => items.filter((item) => item.status === status).length;
    const sorted = items.toSorted((a, b) => a.line - b.line);
    return { rows: items.length, listed: count('listed'), already: count('already'), refused: count('refused'), items: sorted };
  }

  private ofBody(body: unknown): Listing {
    const { customers = [], tickets = [], note } = this.commands.parse(ListCalls, body);
    if (customers.length + tickets.length === 0)
      throw new ProblemError({
        code: 'invalid-body',
        errors: [{ pointer: '/customers', detail: 'names nobody, nor does tickets' }],
      });
    const of = (name: string, references: readonly string[]) =>
      references.map((one, place) => ({ line: place + 1, [name]: one, ...(note === undefined ? {} : { note }) }));
    const parts = [
      { source: 'customers', rows: of('customer', customers) },
      { source: 'tickets', rows: of('ticket', tickets) },
    ];
    return { broken: [], parts: parts.filter(({ rows }) => rows.length > 0) };
  }
}

interface Listing {
  /** What is not even a row. */
  readonly broken: readonly Told[];
  readonly parts: readonly { readonly source: string; readonly rows: readonly Row[] }[];
}

function ofTable(content: Uint8Array): Listing {
  const rows = callTableRows(content);
  const broken = rows.flatMap((row) => ('fault' in row ? [{ line: row.line, status: 'refused' as const, code: row.fault }] : []));
  // A table without a row asks all the same, so that whoever may not is told so.
  return { broken, parts: [{ source: 'table', rows: rows.flatMap((row) => ('fault' in row ? [] : [row])) }] };
}
