import {
  ChangeDepartment,
  ChangeOwnPassword,
  ChangeUser,
  identifier,
  LinkIdentity,
  OpenSite,
  OptionallyReasoned,
  RenameSite,
  ResetPassword,
  WithReason,
  code as codePattern,
  username,
} from '@ledgerline/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { Identity } from './identity.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { SignInLimit } from './sign-in-limit.js';
import { paging, parseQuery, shape } from './ticket-query.js';
import { pageOfCoded } from './whole-list.js';

type BodyClass = new () => object;
type Changes = Readonly<Record<string, BodyClass>>;

const userChanges: Changes = {
  change: ChangeUser,
  deactivate: WithReason,
  reactivate: WithReason,
  'reset-password': ResetPassword,
  'reset-second-factor': WithReason,
  'link-identity': LinkIdentity,
};
const departmentChanges: Changes = { change: ChangeDepartment, deactivate: WithReason, reactivate: WithReason };

const siteChanges: Changes = { rename: RenameSite, close: WithReason, reopen: WithReason };

const tokenParameters = {
  issuedBy: shape(username),
  ...paging,
};

/** Accounts, departments and tokens after they were made: changed, locked, revoked, each with who and why. */
@Controller('api/v1')
@UseFilters(ProblemFilter)
export class AccountsController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
    @Inject(SignInLimit) private readonly limit: SignInLimit,
  ) {}

  @Post('session/password')
  @HttpCode(200)
  async ownPassword(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(ChangeOwnPassword, raw);
    const { id } = await this.identity.of(request);
    return this.limit.guard(request.ip, id, () => this.change(request, { call: 'change-own-password', id, body }));
  }

  @Get('users/:id')
  async user(@Req() request: FastifyRequest, @Param('id') id: string) {
    const body = { id: named(id, username, 'account-not-found') };
    return (await this.queries.ask<{ kind: string; account: object }>(request, 'administration', 'user', body)).account;
  }

  @Get('users/:id/identities')
  async identities(@Req() request: FastifyRequest, @Param('id') id: string) {
    const body = { id: named(id, username, 'account-not-found') };
    type Answer = { readonly kind: 'identities'; readonly items: readonly object[] };
    const { items } = await this.queries.ask<Answer>(request, 'administration', 'identities', body);
    return { items, next: null };
  }

  @Post('identities/:id/unlink')
  @HttpCode(200)
  unlink(@Req() request: FastifyRequest, @Param('id') id: string, @Body() raw: unknown) {
    const body = this.commands.parse(WithReason, raw);
    return this.change(request, { call: 'unlink-identity', id: named(id, identifier, 'identity-not-found'), body });
  }

  @Post('users/:id/:change')
  @HttpCode(200)
  changeUser(@Req() request: FastifyRequest, @Param() path: { id: string; change: string }, @Body() raw: unknown) {
    const body = this.commands.parse(changeNamed(path.change, userChanges), raw);
    return this.change(request, { call: `${path.change}-user`, id: named(path.id, username, 'account-not-found'), body });
  }

  @Get('departments/:id')
  async department(@Req() request: FastifyRequest, @Param('id') id: string) {
    const body = { code: named(id, codePattern, 'department-not-found') };
    const answer = await this.queries.ask<{ kind: string; department: object }>(request, 'administration', 'department', body);
    return answer.department;
  }

  @Post('departments/:id/:change')
  @HttpCode(200)
  changeDepartment(@Req() request: FastifyRequest, @Param() path: { id: string; change: string }, @Body() raw: unknown) {
    const body = this.commands.parse(changeNamed(path.change, departmentChanges), raw);
    const id = named(path.id, codePattern, 'department-not-found');
    return this.change(request, { call: `${path.change}-department`, id, body });
  }

  @Get('sites')
  async sites(@Req() request: FastifyRequest) {
    return pageOfCoded(this.queries, request, 'sites', {});
  }

  @Post('sites')
  async openSite(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(OpenSite, raw);
    const call = { service: 'administration', call: 'open-site', id: body.code, body };
    const { id, version, position } = await this.commands.send(request, call);
    return { id, code: id, version, position };
  }

  @Post('sites/:id/:change')
  @HttpCode(200)
  changeSite(@Req() request: FastifyRequest, @Param() path: { id: string; change: string }, @Body() raw: unknown) {
    const body = this.commands.parse(changeNamed(path.change, siteChanges), raw);
    return this.change(request, { call: `${path.change}-site`, id: named(path.id, codePattern, 'site-not-found'), body });
  }

  @Get('tokens')
  async tokens(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const filter = parseQuery(query, tokenParameters);
    const { items, next } = await this.queries.ask<{ kind: string; items: unknown; next: unknown }>(
      request,
      'administration',
      'tokens',
      filter,
    );
    return { items, next };
  }

  @Post('tokens/:id/revoke')
  @HttpCode(200)
  revoke(@Req() request: FastifyRequest, @Param('id') id: string, @Body() raw: unknown) {
    const body = this.commands.parse(OptionallyReasoned, raw);
    return this.change(request, { call: 'revoke-token', id: named(id, /^[a-z0-9]{26}$/, 'token-not-found'), body });
  }

  /** What the edge remembers of who is who is forgotten at once; other copies of the edge ask again within 2 s. */
  private async change(request: FastifyRequest, call: { readonly call: string; readonly id: string; readonly body: object }) {
    const { id, version, position, events } = await this.commands.send(request, { service: 'administration', ...call });
    this.identity.forgetAll();
    return { id, version, position, events };
  }
}

function changeNamed(name: string, changes: Changes): BodyClass {
  const body = Object.hasOwn(changes, name) ? changes[name] : undefined;
  if (body === undefined) throw new ProblemError({ code: 'not-found' });
  return body;
}

function named(id: string, pattern: RegExp, code: string): string {
  if (!pattern.test(id)) throw new ProblemError({ code });
  return id;
}
