import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { asProblem, problemBody, ProblemError } from './problem.js';

/** Everything that is thrown at the edge leaves as `application/problem+json`; nothing is answered 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {}

  catch(error: unknown, host: ArgumentsHost): void {
    answerProblem(error, host.switchToHttp().getResponse<FastifyReply>(), this.ledgerline);
  }
}

/** What was thrown, as `application/problem+json`; what was not foreseen is logged. */
export function answerProblem(error: unknown, reply: FastifyReply, { log }: Pick<Ledgerline, 'log'>): void {
  const problem = asProblem(error);
  if (problem.status >= 500 && !(error instanceof ProblemError)) log.error({ err: error }, 'a request failed');
  if (problem.status === 429 || problem.status === 503) void reply.header('retry-after', '1');
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.status(problem.status).type('application/problem+json').send(problemBody(problem));
}
