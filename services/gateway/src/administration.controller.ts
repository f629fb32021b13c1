import { CreateDepartment, CreateUser, IssueToken, RejectDocument, SignIn, SetUp } from '@ledgerline/contracts';
import type { DocumentType } from '@ledgerline/domain';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { bearer, Identity } from './identity.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { SignInLimit } from './sign-in-limit.js';

const documentPaths: Readonly<Record<string, DocumentType>> = {
  policies: 'policy',
  calendars: 'calendar',
  'routing-tables': 'routing-table',
  items: 'item-tree',
};

@Controller('api/v1')
@UseFilters(ProblemFilter)
export class AdministrationController {
  private readonly limit = new SignInLimit();

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  @Post('session')
  @HttpCode(200)
  async signIn(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(SignIn, raw);
    this.limit.check(request.ip, body.username);
    const answer = await this.ledgerline.ask<{ kind: string; code: string; token: string; expiresAt: string; user: unknown }>(
      'administration',
      'sign-in',
      { body },
    );
    if (answer.kind === 'problem') {
      this.limit.failed(request.ip, body.username);
      throw new ProblemError({ code: answer.code });
    }
    return { token: answer.token, expiresAt: answer.expiresAt, user: answer.user };
  }

  @Get('session')
  async session(@Req() request: FastifyRequest) {
    return { user: await this.identity.of(request) };
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest) {
    const token = bearer(request);
    await this.commands.send(request, { service: 'administration', call: 'sign-out', id: 'session', body: { token } });
    this.identity.forget(token);
  }

  @Post('setup')
  @HttpCode(204)
  async setUp(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(SetUp, raw);
    this.limit.check(request.ip, 'set-up');
    const answer = await this.ledgerline.ask<{ kind: string; code: string }>('administration', 'set-up', { body });
    if (answer.kind !== 'problem') return;
    this.limit.failed(request.ip, 'set-up');
    throw new ProblemError({ code: answer.code });
  }

  @Post('departments')
  async createDepartment(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(CreateDepartment, raw);
    const { id, version, position } = await this.commands.send(request, {
      service: 'administration',
      call: 'create-department',
      body,
      id: body.code,
    });
    return { id, code: id, version, position };
  }

  @Get('departments')
  async departments(@Req() request: FastifyRequest) {
    return { items: await this.queries.ask(request, 'administration', 'departments', {}), next: null };
  }

  @Post('users')
  async createUser(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(CreateUser, raw);
    const { id, version, position } = await this.commands.send(request, { service: 'administration', call: 'create-user', body });
    return { id, username: body.username, version, position };
  }

  @Get('users')
  async users(@Req() request: FastifyRequest) {
    return { items: await this.queries.ask(request, 'administration', 'users', {}), next: null };
  }

  @Post('tokens')
  async issueToken(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(IssueToken, raw);
    const { id, facts, version, position } = await this.commands.send(request, {
      service: 'administration',
      call: 'issue-token',
      body,
    });
    return { id, ...facts, version, position };
  }

  @Get(':documents')
  async documents(@Req() request: FastifyRequest, @Param('documents') path: string) {
    return { items: await this.queries.ask(request, 'administration', 'documents', { type: typeOf(path) }), next: null };
  }

  @Post(':documents')
  async draft(@Req() request: FastifyRequest, @Param('documents') path: string, @Body() body: Record<string, unknown>) {
    const type = typeOf(path);
    const code = body?.['code'];
    if (typeof code !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(code))
      throw new ProblemError({ code: 'invalid-body', errors: [{ pointer: '/code', detail: 'must be a code' }] });
    if (!isWellFormed(body)) throw new ProblemError({ code: 'invalid-json' });
    const { facts, version, position } = await this.commands.send(request, {
      service: 'administration',
      call: 'draft-document',
      id: code,
      body: { type, code, body },
    });
    return { id: `${code}.${String(facts?.['draft'])}`, version, position };
  }

  @Post(':documents/:id/:step')
  @HttpCode(200)
  async step(
    @Req() request: FastifyRequest,
    @Param() path: { documents: string; id: string; step: string },
    @Body() raw: unknown,
  ) {
    const type = typeOf(path.documents);
    const match = /^([a-z][a-z0-9-]{0,39})\.([1-9]\d{0,5})$/.exec(path.id);
    if (!['submit', 'approve', 'reject'].includes(path.step) || !match?.[1]) throw new ProblemError({ code: 'not-found' });
    const reason = path.step === 'reject' ? { reason: this.commands.parse(RejectDocument, raw).reason } : {};
    const body = { type, code: match[1], draft: Number(match[2]), ...reason };
    const { version, position } = await this.commands.send(request, {
      service: 'administration',
      call: `${path.step}-document`,
      id: match[1],
      body,
    });
    return { id: path.id, version, position };
  }
}

function typeOf(path: string): DocumentType {
  const type = Object.hasOwn(documentPaths, path) ? documentPaths[path] : undefined;
  if (type === undefined) throw new ProblemError({ code: 'not-found' });
  return type;
}

/** No text in it, at any depth, has half of a surrogate pair: such a text has no canonical form. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => name.isWellFormed() && isWellFormed(member));
}
