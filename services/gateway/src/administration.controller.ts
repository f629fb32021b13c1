import { offersFor, roles } from '@ledgerline/domain';
import { CreateDepartment, CreateUser, IssueToken, SignIn, SetUp, type Principal } from '@ledgerline/contracts';
import { accountIdOf, LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { CookieSession } from './cookie-session.js';
import { Identity } from './identity.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { SignInLimit } from './sign-in-limit.js';
import { pageOfCoded, pageOfWhole } from './whole-list.js';

interface Person {
  readonly kind: 'person';
  readonly username: unknown;
  readonly name: unknown;
  readonly undertaking: unknown;
}

interface StandingIn {
  readonly absent: string;
  readonly name: unknown;
  readonly until: string;
  readonly principal: Principal;
}

interface Account {
  readonly id: string;
  readonly roles: readonly string[];
  readonly unrestricted: boolean;
}

/** With the roles that theirs imply: nobody outside has to know which those are. */
function withHolds(account: Account): Account & { readonly holds: readonly string[] } {
  return { ...account, holds: offersFor(account.unrestricted ? roles : account.roles).holds };
}

@Controller('api/v1')
@UseFilters(ProblemFilter)
export class AdministrationController {
  private readonly limit = new SignInLimit();

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
    @Inject(CookieSession) private readonly cookies: CookieSession,
  ) {}

  @Post('session')
  @HttpCode(200)
  async signIn(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() raw: unknown) {
    const body = this.commands.parse(SignIn, raw);
    // However the name is written, it is one account's.
    const account = accountIdOf(body.username, this.ledgerline);
    this.limit.check(request.ip, account);
    const answer = await this.ledgerline.ask<{ kind: string; code: string; token: string; expiresAt: string; user: Principal }>(
      'administration',
      'sign-in',
      { body },
    );
    if (answer.kind === 'problem') {
      // Who is asked for a code knew the password; a wrong code counts.
      if (answer.code !== 'second-factor-required') this.limit.failed(request.ip, account);
      throw new ProblemError({ code: answer.code });
    }
    const { token, expiresAt } = answer;
    const user = { ...answer.user, ...offersFor(answer.user.roles), standsInFor: await this.standsInFor(answer.user) };
    if (!this.cookies.isWanted(request)) return { token, expiresAt, user };
    this.cookies.give(reply, token, expiresAt);
    return { csrf: this.cookies.secretFor(token), expiresAt, user };
  }

  @Get('session')
  async session(@Req() request: FastifyRequest) {
    const principal = await this.identity.of(request);
    const { username, name, undertaking } = await this.queries.ask<Person>(request, 'administration', 'person', {
      id: principal.id,
    });
    const csrf = this.cookies.secretFor(this.identity.tokenOf(request));
    const { own: _own, ...shown } = principal;
    const standsInFor = await this.standsInFor(principal);
    return { user: { ...shown, username, name, undertaking, ...offersFor(principal.roles), standsInFor }, csrf };
  }

  /** For whom one can act now; what one may do then is told once one does. */
  private async standsInFor(principal: Principal): Promise<readonly Omit<StandingIn, 'principal'>[]> {
    type Answer = { readonly items: readonly StandingIn[] };
    const { items } = await this.ledgerline.ask<Answer>('administration', 'standing-in', { body: {}, principal });
    return items.map(({ principal: _power, ...shown }) => shown);
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const token = this.identity.tokenOf(request);
    await this.commands.send(request, { service: 'administration', call: 'sign-out', id: 'session', body: { token } });
    this.identity.forget(token);
    this.cookies.takeBack(reply);
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
    return pageOfCoded(this.queries, request, 'departments', {});
  }

  @Post('users')
  async createUser(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(CreateUser, raw);
    const { id, version, position } = await this.commands.send(request, { service: 'administration', call: 'create-user', body });
    return { id, username: body.username, version, position };
  }

  @Get('users')
  async users(@Req() request: FastifyRequest) {
    const accounts = await this.queries.ask<readonly Account[] & { readonly kind?: string }>(
      request,
      'administration',
      'users',
      {},
    );
    const { items, next } = pageOfWhole(request, accounts, ({ id }) => id);
    return { items: items.map(withHolds), next };
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
}
