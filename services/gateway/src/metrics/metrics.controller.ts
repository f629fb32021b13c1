import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, Get, Inject, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { AnsweredRequests } from './answered-requests.js';
import { houseMetrics } from './house-metrics.js';

/** Answers that go on for as long as somebody listens: how long that was says nothing of the house. */
const streams: readonly (string | undefined)[] = ['/api/v1/changes', '/api/v1/events/stream'];

/** What is measured, for Prometheus: the house, what the edge answers, and the process (memory, event loop, garbage). */
@Controller()
export class MetricsController implements OnModuleInit {
  private readonly register = new Registry();
  private readonly requests = new AnsweredRequests(this.register);

  constructor(
    @Inject(HttpAdapterHost) private readonly adapter: HttpAdapterHost,
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
  ) {}

  onModuleInit(): void {
    houseMetrics(this.ledgerline, this.register);
    collectDefaultMetrics({ register: this.register });
    const server = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onResponse', (request, reply, done) => {
      const isStream = request.method === 'GET' && streams.includes(request.routeOptions.url);
      if (!isStream) this.requests.answered(request.method, reply.statusCode, reply.elapsedTime);
      done();
    });
  }

  @Get('metrics')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('content-type', this.register.contentType);
    return this.register.metrics();
  }
}
