import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, Get, Inject, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Identity } from '../identity.js';
import { ProblemError } from '../problem.js';
import { ProblemFilter } from '../problem.filter.js';
import { ChangeFeed } from './change-feed.js';
import { ChangeListener } from './change-listener.js';

/** Milliseconds between signs of life; at each it is looked up whether the session still holds. */
const beats = 15_000;

/** Which of the tickets that one may see have changed, and that one's calls have, as it happens (server-sent events). */
@Controller('api/v1/changes')
@UseFilters(ProblemFilter)
export class ChangesController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(Identity) private readonly identity: Identity,
    @Inject(ChangeFeed) private readonly feed: ChangeFeed,
  ) {}

  @Get()
  async changes(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const principal = await this.identity.ofStaff(request);
    const listener = new ChangeListener(principal, reply.raw);
    this.feed.add(listener);
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 2000\n\n');
    const timer = setInterval(() => void this.beat(request, listener), beats);
    reply.raw.once('close', () => {
      clearInterval(timer);
      this.feed.remove(listener);
    });
    const since = request.headers['last-event-id'];
    if (typeof since === 'string' && since !== '')
      await this.feed.catchUp(listener, since.slice(0, 500)).catch((error: unknown) => {
        this.ledgerline.log.error({ err: error }, 'a screen could not catch up');
        listener.end();
      });
  }

  /** Who has signed out hears nothing more; who was given other roles hears what they allow. */
  private async beat(request: FastifyRequest, listener: ChangeListener): Promise<void> {
    try {
      listener.principal = await this.identity.of(request);
      listener.beat();
    } catch (error) {
      if (!(error instanceof ProblemError)) this.ledgerline.log.error({ err: error }, 'a session could not be looked up');
      listener.end();
    }
  }
}
