import { serviceNames } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline, type ServiceReadiness } from '@ledgerline/host';
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { plainPagePolicy, setUpPage, setUpScript } from './pages.js';

/** Milliseconds behind the log from which on what follows it is no use. */
const tooLate = 30_000;

function rounded(lags: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(lags).map(([name, lag]) => [name, Math.round(lag)]));
}

/** Loops that do nothing for a reason, each once: a process may run several services. */
function keepsStill(services: readonly ServiceReadiness[]): readonly object[] {
  const processes = new Map(services.flatMap((service) => service.processes.map((one) => [one.process, one] as const)));
  return [...processes.values()].flatMap(({ process, loops }) =>
    loops.flatMap((loop) => (loop.keepsStill === undefined ? [] : [{ process, loop: loop.name, why: loop.keepsStill }])),
  );
}

/** What watches the installation, and the pages that need no sign-in. */
@Controller()
export class HealthController {
  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {}

  @Get('health/live')
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const { readiness, supervision, watch } = this.ledgerline;
    const services = readiness.services(serviceNames);
    const lag = Math.round(readiness.lag(serviceNames));
    const { projections, processManagers } = watch.all;
    const lags = { projections: rounded(projections.lags()), processManagers: rounded(processManagers.lags()) };
    const areUpToDate = [lag, ...Object.values(lags.processManagers)].every((one) => one < tooLate);
    const ready = areUpToDate && services.every((service) => service.ready);
    const still = keepsStill(services);
    const mailboxes = readiness.mailboxes();
    const link = readiness.link();
    const sites = readiness.sites();
    void reply.status(ready ? 200 : 503);
    return {
      status: ready ? 'ready' : 'not-ready',
      projectionLagMilliseconds: lag,
      lagMilliseconds: lags,
      ...(still.length === 0 ? {} : { keepsStill: still }),
      ...(mailboxes.length === 0 ? {} : { mailboxes }),
      ...(link === undefined ? {} : { link }),
      ...(sites.length === 0 ? {} : { sites }),
      loops: supervision.health(),
      services,
    };
  }

  @Get('setup')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', plainPagePolicy)
  setUp() {
    return setUpPage;
  }

  @Get('setup/page.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  setUpScript() {
    return setUpScript;
  }
}
