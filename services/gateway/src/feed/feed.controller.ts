import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import type { Position } from '@ledgerline/kernel';
import { Controller, Get, Inject, Query, Req, Res, UseFilters, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Identity } from '../identity.js';
import { ProblemError } from '../problem.js';
import { ProblemFilter } from '../problem.filter.js';
import { parseQuery, whole } from '../ticket-query.js';
import { cloudEventsOf } from './cloud-events.js';
import { feedPage } from './feed-page.js';
import { position, refuseForeign } from './position-of-log.js';

/** Milliseconds between signs of life on a quiet stream, and looks whether the token still holds. */
const beat = 15_000;

/** The public feed: CloudEvents in the log's order, in pages and live. Rights are those of the tickets, looked up as they are today. */
@Controller('api/v1/events')
@UseFilters(ProblemFilter)
export class FeedController implements OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  /** `next` is where to go on, also where nothing of the page was for the asker; null at the log's end. */
  @Get()
  async page(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const principal = await this.identity.ofStaff(request, 'feed');
    const { after, limit = 100 } = parseQuery(query, { after: position, limit: whole(1, 200) }) as {
      after?: Position;
      limit?: number;
    };
    await refuseForeign(after, this.ledgerline.store);
    return feedPage({ after, limit }, principal, this.ledgerline);
  }

  /** After `Last-Event-ID`, else after `after`, else from now on. */
  @Get('stream')
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, string>) {
    await this.identity.ofStaff(request, 'feed');
    const { after } = parseQuery(query, { after: position }) as { after?: Position };
    const last = request.headers['last-event-id'];
    if (last !== undefined && (typeof last !== 'string' || position(last) === undefined))
      throw new ProblemError({ code: 'unknown-position' });
    const from = (last ?? after ?? (await this.ledgerline.store.end())) as Position;
    await refuseForeign(from, this.ledgerline.store);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const over = new AbortController();
    raw.once('close', () => over.abort());
    try {
      await this.follow(request, raw, { from, signal: AbortSignal.any([over.signal, this.stopping.signal]) });
    } catch (error) {
      if (!(error instanceof ProblemError)) this.ledgerline.log.warn({ err: error }, 'a feed broke off');
    } finally {
      raw.end();
    }
  }

  private async follow(
    request: FastifyRequest,
    raw: ServerResponse,
    { from, signal }: { readonly from: Position; readonly signal: AbortSignal },
  ): Promise<void> {
    await written(raw, ': the feed\n\n', signal);
    const alive = setInterval(() => raw.write(': \n\n'), beat);
    try {
      for await (const commits of this.ledgerline.store.follow(from, { signal, batch: 200 })) {
        const principal = await this.identity.of(request);
        const events = await cloudEventsOf(commits, principal, this.ledgerline);
        const text = events.map((event, n) => {
          // The position goes with a commit's last event: who is cut off within it gets all of it again.
          const id = events[n + 1]?.position === event.position ? '' : `id: ${event.position}\n`;
          return `${id}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
        });
        await written(raw, text.join(''), signal);
      }
    } finally {
      clearInterval(alive);
    }
  }
}

/** A reader that is slow is waited for. */
async function written(raw: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  if (text === '' || raw.write(text)) return;
  await once(raw, 'drain', { signal });
}
