import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Catch, Inject, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { methodsAt } from './allowed-methods.js';
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
  const allowed = error instanceof NotFoundException ? otherMethods(reply.request) : [];
  const problem = allowed.length > 0 ? new ProblemError({ code: 'method-not-allowed' }) : asProblem(error);
  if (allowed.length > 0) void reply.header('allow', allowed.join(', '));
  if (problem.status === 415 && reply.request.headers['content-encoding']) void reply.header('accept-encoding', 'identity');
  if (problem.status >= 500 && !(error instanceof ProblemError)) log.error({ err: error }, 'a request failed');
  if (problem.status === 429 || problem.status === 503) void reply.header('retry-after', '1');
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.status(problem.status).type('application/problem+json').send(problemBody(problem));
}

/** Of a request that has no route: by which methods its path has one. */
function otherMethods({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): readonly string[] {
  const methods = methodsAt(url.replace(/[?#].*$/s, ''));
  return methods.includes(method) ? [] : methods;
}
