import { parseBody, type CommandReply, type CommandRequest, type Principal } from '@ledgerline/contracts';
import { callerRole, mayCommand, visitorRole, type Scoped } from '@ledgerline/domain';
import { idOfDigest, LEDGERLINE, randomId, type Ledgerline } from '@ledgerline/host';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actingAs } from './acting.js';
import { AnonymousLimit } from './anonymous-limit.js';
import { Identity, refuseOutOfScope } from './identity.js';
import { ProblemError } from './problem.js';
import { withPointers } from './where-in-body.js';

export interface CommandCall {
  readonly service: string;
  readonly call: string;
  readonly body: unknown;
  /** Stream id; for what creates a stream it is derived from `unique` or from the idempotency key. */
  readonly id?: string;
  readonly unique?: string;
}

/** Beside the commands of their role: what a caller who came in by number and secret, or a visitor who has no ticket yet, does at the edge itself. */
const atTheEdge: Readonly<Record<string, readonly string[]>> = {
  [callerRole]: ['store-attachment', 'sign-out'],
  [visitorRole]: ['store-attachment'],
};

type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

export type Accepted = Exclude<CommandReply, { readonly kind: 'problem' }>;

/** The way of a command through the edge: headers, identity, ids, the bus, and the refusal as a problem. */
@Injectable()
export class CommandCalls {
  /** Commands of a caller on their ticket, and of a visitor who has none yet, by address. */
  private readonly callers = new AnonymousLimit(30);

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  /** Parses a body by its class. @throws ProblemError invalid-body with pointers */
  parse<Body extends object>(type: new () => Body, raw: unknown): Body {
    const parsed = parseBody(type, raw ?? {});
    if ('faults' in parsed) throw new ProblemError({ code: 'invalid-body', errors: parsed.faults });
    return parsed.body;
  }

  /** @throws ProblemError what the request lacks, and the refusal */
  send(request: FastifyRequest, call: CommandCall): Promise<Accepted> {
    const principal = this.identity.known(request);
    if (principal === undefined || this.identity.isBehind()) return this.sendInTime(request, call);
    return this.sendAs(principal, request, call);
  }

  /** Asks who it is, and waits while projections are behind. */
  private async sendInTime(request: FastifyRequest, call: CommandCall): Promise<Accepted> {
    const principal = await this.identity.of(request);
    if (this.identity.isBehind()) await this.identity.pace();
    return this.sendAs(principal, request, call);
  }

  async sendAs(asker: Principal, request: FastifyRequest, { service, call, body, id, unique }: CommandCall): Promise<Accepted> {
    const principal = actingAs(asker, request, { service, call });
    if (principal.kind === 'caller') {
      if (!isForCallers(principal, call)) throw new ProblemError({ code: 'not-allowed' });
      this.callers.count(`${principal.id} ${request.ip}`);
    }
    if (principal.kind === 'token') refuseOutOfScope(principal, service as Scoped);
    const { attachments } = body as { readonly attachments?: readonly string[] };
    if (attachments !== undefined && attachments.length > 0) await this.refuseUnusableAttachments(principal, attachments, id);
    const command = this.commandId(request, principal, unique);
    const stream = id ?? idOfDigest(this.ledgerline.digest('ids', unique ?? `stream of ${command}`));
    const message: Writable<CommandRequest> = { id: stream, command, body, principal };
    const expectedVersion = ifMatch(request);
    if (expectedVersion !== undefined) message.expectedVersion = expectedVersion;
    const trace = traceParent(request);
    if (trace !== undefined) message.trace = trace;
    const reply = await this.ledgerline.ask<CommandReply>(service, call, message);
    if (reply.kind === 'problem') throw withPointers(reply, body);
    return reply;
  }

  /** What a command refers to has to be the principal's own upload, or the ticket's already. */
  private async refuseUnusableAttachments(
    principal: Principal,
    ids: readonly string[],
    ticket: string | undefined,
  ): Promise<void> {
    const message = { body: { ids, ...(ticket === undefined ? {} : { ticket }) }, principal };
    const answer = await this.ledgerline.ask<{ readonly ids: readonly string[] }>('intake', 'unusable-attachments', message);
    if (answer.ids.length === 0) return;
    const errors = answer.ids.map((one) => ({
      pointer: `/attachments/${ids.indexOf(one)}`,
      detail: 'is no attachment of yours',
    }));
    throw new ProblemError({ code: 'unknown-attachment', errors });
  }

  /** Derived from principal and key, so that two clients' keys never meet and a key's text never stands in the log. */
  private commandId(request: FastifyRequest, principal: Principal, unique: string | undefined): string {
    const key = request.headers['idempotency-key'];
    if (key === undefined)
      return unique === undefined ? randomId() : idOfDigest(this.ledgerline.digest('ids', `command ${unique}`));
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
      throw new ProblemError({
        code: 'invalid-header',
        errors: [{ pointer: '/Idempotency-Key', detail: '1 to 255 visible ASCII characters' }],
      });
    return idOfDigest(this.ledgerline.digest('ids', `key ${principal.id} ${key}`));
  }
}

/** Whether it is on their own ticket, the service sees to. */
function isForCallers({ roles }: Principal, call: string): boolean {
  return mayCommand(roles, call) || roles.some((role) => atTheEdge[role]?.includes(call));
}

function ifMatch(request: FastifyRequest): number | undefined {
  const text = request.headers['if-match'];
  if (text === undefined) return undefined;
  const match = /^"(0|[1-9]\d{0,8})"$/.exec(text);
  if (!match)
    throw new ProblemError({ code: 'invalid-header', errors: [{ pointer: '/If-Match', detail: 'a version in quotes, as "7"' }] });
  return Number(match[1]);
}

function traceParent(request: FastifyRequest): string | undefined {
  const text = request.headers['traceparent'];
  return typeof text === 'string' && /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(text) ? text : undefined;
}
