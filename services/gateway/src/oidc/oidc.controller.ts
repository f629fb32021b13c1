import { LEDGERLINE, type Ledgerline, type OidcSettings } from '@ledgerline/host';
import { Controller, Get, Inject, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnonymousLimit } from '../anonymous-limit.js';
import { CookieSession } from '../cookie-session.js';
import { ProblemError } from '../problem.js';
import { ProblemFilter } from '../problem.filter.js';
import { AttemptCookie } from './attempt-cookie.js';
import { beginAttempt } from './attempt.js';
import { isRefusal, OidcProvider, type Proof } from './provider.js';

type Answer = { readonly kind: string; readonly code: string; readonly token: string; readonly expiresAt: string };

/**
 * Signing in at a provider (ADR 0030). These are addresses that a browser goes to: what is refused ends at the sign-in page, with one of four words and nothing
 * of what the provider said. Wrong passwords elsewhere lock nobody out here.
 */
@Controller()
@UseFilters(ProblemFilter)
export class OidcController {
  /** By address, in a minute: a whole office may stand behind one. */
  private readonly limit = new AnonymousLimit(600);

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(OidcProvider) private readonly provider: OidcProvider,
    @Inject(AttemptCookie) private readonly attempts: AttemptCookie,
    @Inject(CookieSession) private readonly sessions: CookieSession,
  ) {}

  /** What the sign-in page offers. */
  @Get('api/v1/session/ways')
  ways() {
    const { settings } = this.provider;
    return { password: true, oidc: settings === undefined ? null : { name: settings.name, path: '/oidc/sign-in' } };
  }

  @Get('oidc/sign-in')
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const settings = this.asked(request);
    const attempt = beginAttempt(this.ledgerline);
    try {
      const url = await this.provider.signInUrl(settings, attempt, this.backTo(request));
      this.attempts.give(reply, attempt);
      return reply.header('cache-control', 'no-store').redirect(url.href, 302);
    } catch (error) {
      return this.refuse(reply, error);
    }
  }

  @Get('oidc/callback')
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const settings = this.asked(request);
    const attempt = this.attempts.of(request);
    // An attempt is good for one answer.
    this.attempts.takeBack(reply);
    if (attempt === undefined) return to(reply, '/sign-in?refused=oidc-expired');
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    try {
      const proof = await this.provider.prove(settings, new URL(this.backTo(request) + query), attempt);
      return await this.signIn(reply, proof);
    } catch (error) {
      return this.refuse(reply, error);
    }
  }

  /** Signs out at the provider as well; the session here was ended before. */
  @Get('oidc/sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const settings = this.asked(request);
    try {
      const url = await this.provider.signOutUrl(settings, this.here(request));
      return to(reply, url?.href ?? '/');
    } catch (error) {
      this.ledgerline.log.warn({ err: error }, 'the provider could not be asked where to sign out');
      return to(reply, '/');
    }
  }

  private async signIn(reply: FastifyReply, { issuer, subject, username }: Proof) {
    const body = { issuer, subject, ...(username === undefined ? {} : { username }) };
    const answer = await this.ledgerline.ask<Answer>('administration', 'sign-in-by-provider', { body });
    if (answer.kind === 'problem')
      return to(reply, `/sign-in?refused=${answer.code === 'no-account' ? 'oidc-no-account' : 'oidc-unavailable'}`);
    this.sessions.give(reply, answer.token, answer.expiresAt);
    return to(reply, '/');
  }

  /** @throws ProblemError not-found where no provider is configured, too-many-requests */
  private asked(request: FastifyRequest): OidcSettings {
    const { settings } = this.provider;
    if (settings === undefined) throw new ProblemError({ code: 'not-found' });
    this.limit.count(request.ip);
    return settings;
  }

  private refuse(reply: FastifyReply, error: unknown) {
    const isTheirs = isRefusal(error);
    const { message, code } = error as { readonly message?: string; readonly code?: string };
    this.ledgerline.log.warn(
      { reason: message, code },
      `signing in at the provider was ${isTheirs ? 'refused' : 'not possible'}`,
    );
    return to(reply, `/sign-in?refused=${isTheirs ? 'oidc-refused' : 'oidc-unavailable'}`);
  }

  private backTo(request: FastifyRequest): string {
    return `${this.here(request)}oidc/callback`;
  }

  /** The address that people type; without one, the socket's own: never what a header says. */
  private here({ socket }: FastifyRequest): string {
    const { publicUrl } = this.ledgerline.configuration;
    const { localAddress = '127.0.0.1', localPort } = socket;
    const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
    return new URL(publicUrl ?? `http://${host}:${localPort}`).href;
  }
}

function to(reply: FastifyReply, address: string) {
  return reply.header('cache-control', 'no-store').redirect(address, 302);
}
