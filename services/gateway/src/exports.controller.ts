import type { Principal } from '@ledgerline/contracts';
import { minedLogs, takesExports, type ExportStamp, type MinedLog } from '@ledgerline/domain';
import { exportFormats, exportStream, type ExportAsked, type ExportFormat } from '@ledgerline/exports';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import type { Position } from '@ledgerline/kernel';
import { Controller, Get, Inject, Param, Query, Req, Res, UseFilters, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { exportOnRecord, leavesAs } from './export-on-record.js';
import { position, refuseForeign } from './feed/position-of-log.js';
import { Identity } from './identity.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { parseQuery, whole, word } from './ticket-query.js';

const parameters = { log: word(minedLogs), after: position, batch: whole(1, 99_999_999) };
interface Parameters {
  readonly log?: MinedLog;
  /** Of tables: position and number of the last batch that one has. */
  readonly after?: Position;
  readonly batch?: number;
}

/** Exports under way in this process: each takes most of a core. */
const most = 2;

/**
 * R14.3 over HTTP, for auditors: the log itself, courses for process mining, tables. Streamed as they are made, marked with who took
 * them, when and up to where (R7.2), and put on record before they begin.
 */
@Controller('api/v1/exports')
@UseFilters(ProblemFilter)
export class ExportsController implements OnModuleDestroy {
  private readonly underWay = new Set<Readable>();
  /** Places: of those under way, and of those that are just being put on record. */
  private taken = 0;

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  onModuleDestroy(): void {
    for (const stream of this.underWay) stream.destroy(new Error('stopping'));
  }

  @Get(':format')
  async take(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('format') format: string,
    @Query() query: Record<string, string>,
  ) {
    const principal = await this.identity.ofStaff(request);
    if (!takesExports(principal.roles)) throw new ProblemError({ code: 'not-allowed' });
    if (!isExport(format)) throw new ProblemError({ code: 'export-not-found' });
    const { configuration, store } = this.ledgerline;
    if (configuration.store === 'memory') throw new ProblemError({ code: 'log-not-kept' });
    const asked = await this.asked(format, query);
    const [stamp, stream] = await this.begun(asked, principal, await store.end());
    const { mediaType, ending } = exportFormats[format];
    const name = `ledgerline-${stamp.site}-${stamp.exportedAt.replaceAll(/[-:]|\.\d+/g, '')}.${ending}`;
    return leavesAs(reply, { name, mediaType }).header('ledgerline-position', stamp.position).send(stream);
  }

  /** Its place is taken before anything is waited for: those who ask at the same moment are counted too. */
  private async begun(asked: Omit<ExportAsked, 'stamp'>, principal: Principal, end: Position): Promise<[ExportStamp, Readable]> {
    if (this.taken >= most) throw new ProblemError({ code: 'too-many-requests' });
    this.taken += 1;
    const leave = () => void (this.taken -= 1);
    try {
      const stamp = await this.onRecord(asked, principal, end);
      const stream = await exportStream({ ...asked, stamp }, this.ledgerline.configuration);
      this.underWay.add(stream);
      stream.once('close', () => {
        this.underWay.delete(stream);
        leave();
      });
      return [stamp, stream];
    } catch (error) {
      leave();
      throw error;
    }
  }

  private async asked(format: ExportFormat, query: Record<string, string>): Promise<Omit<ExportAsked, 'stamp'>> {
    const { log = 'own', after, batch } = parseQuery(query, parameters) as Parameters;
    const ofTables = format === 'csv' || format === 'parquet';
    if ((after === undefined) !== (batch === undefined) || (after !== undefined && !ofTables))
      throw new ProblemError({
        code: 'invalid-query',
        errors: [{ pointer: '/after', detail: 'goes with batch, and is of tables' }],
      });
    await refuseForeign(after, this.ledgerline.store);
    return { format, log, ...(after === undefined || batch === undefined ? {} : { had: { position: after, number: batch } }) };
  }

  private async onRecord(
    { format, log, had }: Omit<ExportAsked, 'stamp'>,
    principal: Principal,
    end: Position,
  ): Promise<ExportStamp> {
    const ofCourses = ['xes', 'ocel', 'ocel-sqlite'].includes(format);
    const body = { format, position: end, ...(ofCourses ? { log } : {}), ...(had === undefined ? {} : { after: had.position }) };
    const mark = await exportOnRecord(body, principal, this.ledgerline);
    return { ...mark, site: this.ledgerline.configuration.site, position: end };
  }
}

function isExport(format: string): format is ExportFormat {
  return Object.hasOwn(exportFormats, format);
}
