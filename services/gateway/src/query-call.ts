import type { Problem, QueryRequest } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { askedAgain } from './asked-again.js';
import { Identity, refuseOutOfScope } from './identity.js';
import { ProblemError } from './problem.js';

/** What a caller who came in by number and secret may ask at all; whether it is their own, the service sees to. */
const forCallers = [
  'reporting.ticket', 'reporting.ticket-events', 'reporting.ticket-deadlines', 'reporting.ticket-accesses', 'reporting.tickets',
  'reporting.ticket-count', 'intake.attachment',
]; // prettier-ignore

/** The way of a query through the edge. */
@Injectable()
export class QueryCalls {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  async ask<Reply extends { readonly kind?: string }>(
    request: FastifyRequest,
    service: string,
    call: string,
    body: unknown,
  ): Promise<Exclude<Reply, Problem>> {
    const principal = await this.identity.of(request);
    if (principal.kind === 'caller' && !forCallers.includes(`${service}.${call}`))
      throw new ProblemError({ code: 'not-allowed' });
    refuseOutOfScope(principal, 'read');
    const after = request.headers['ledgerline-after'];
    const message: QueryRequest = { body, principal, ...(typeof after === 'string' ? { after: after.slice(0, 500) } : {}) };
    const reply = await askedAgain<Reply | Problem>(this.ledgerline, service, call, message);
    if (reply.kind === 'problem') throw new ProblemError(reply as Problem);
    return reply as Exclude<Reply, Problem>;
  }

  /** The same, without the word by which services tell their answers apart: what is left goes out as it is. */
  async answer<Reply extends object>(request: FastifyRequest, service: string, call: string, body: unknown): Promise<Reply> {
    const { kind: _kind, ...answer } = await this.ask<{ readonly kind: string }>(request, service, call, body);
    return answer as Reply;
  }
}
