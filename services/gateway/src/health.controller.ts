import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { openApiDocument } from './open-api.js';
import { frontPage, setUpPage } from './pages.js';

/** What watches the process, and the pages that need no sign-in. */
@Controller()
export class HealthController {
  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {}

  @Get('health/live')
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const loops = this.ledgerline.supervision.health();
    const lag = Math.round(this.ledgerline.progress.lag());
    const ready = loops.every(({ running }) => running) && lag < 30_000;
    void reply.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not-ready', projectionLagMilliseconds: lag, loops };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics() {
    const { rss, heapUsed } = process.memoryUsage();
    const loops = this.ledgerline.supervision.health();
    const failures = loops.map(
      ({ name, failures: count }) => `ledgerline_loop_failures_total{loop="${name.replaceAll(/["\\\n]/g, '')}"} ${count}`,
    );
    return [
      '# TYPE ledgerline_projection_lag_seconds gauge',
      `ledgerline_projection_lag_seconds ${this.ledgerline.progress.lag() / 1_000}`,
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${rss}`,
      '# TYPE nodejs_heap_used_bytes gauge',
      `nodejs_heap_used_bytes ${heapUsed}`,
      '# TYPE ledgerline_loop_failures_total counter',
      ...failures,
      '',
    ].join('\n');
  }

  @Get('api/v1/openapi.json')
  openApi() {
    return openApiDocument();
  }

  @Get('setup')
  @Header('content-type', 'text/html; charset=utf-8')
  setUp() {
    return setUpPage;
  }

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  front() {
    return frontPage;
  }
}
