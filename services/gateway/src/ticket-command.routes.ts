import { identifier, RegisterTicket, ticketCalls } from '@ledgerline/contracts';
import { keyOfRegistration, LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { ProblemError } from './problem.js';
import { answerProblem } from './problem.filter.js';

/** What stands on the server itself. */
export const ticketRoutes = [
  { method: 'post', path: 'api/v1/tickets' },
  { method: 'post', path: 'api/v1/tickets/:id/:command' },
] as const;

type CommandRoute = FastifyRequest<{ Params: { readonly id: string; readonly command: string } }>;

/**
 * The commands on tickets, which are most of what the edge does, stand on the Fastify server itself: Nest's router has no guards,
 * pipes or interceptors to run here, and costs as much as a third of the HTTP server (ADR 0011). Everything else is controllers.
 */
@Injectable()
export class TicketCommandRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly adapter: HttpAdapterHost,
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
  ) {}

  onModuleInit(): void {
    const server = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    const [register, command] = ticketRoutes;
    server.post(`/${register.path}`, (request, reply) => this.answer(this.register(request), 201, reply));
    server.post(`/${command.path}`, (request: CommandRoute, reply) => this.answer(this.command(request), 200, reply));
  }

  private answer(answer: Promise<object>, status: number, reply: FastifyReply): void {
    answer.then(
      (body) => void reply.status(status).send(body),
      (error: unknown) => answerProblem(error, reply, this.ledgerline),
    );
  }

  private async register(request: FastifyRequest) {
    const body = this.commands.parse(RegisterTicket, request.body);
    const unique = body.callId === undefined ? {} : { unique: keyOfRegistration(body.callId, this.ledgerline) };
    const call = { service: 'intake', call: 'register', body, ...unique };
    const { id, version, position, facts } = await this.commands.send(request, call);
    return { id, ...facts, version, position };
  }

  private async command(request: CommandRoute) {
    const { id, command } = request.params;
    const call = Object.hasOwn(ticketCalls, command) ? ticketCalls[command] : undefined;
    if (!call) throw new ProblemError({ code: 'unknown-command', facts: { command: command.slice(0, 60) } });
    if (!identifier.test(id)) throw new ProblemError({ code: 'invalid-id' });
    const body = this.commands.parse(call.body, request.body);
    const { version, position, events } = await this.commands.send(request, { service: call.service, call: command, body, id });
    return { id, version, position, events };
  }
}
