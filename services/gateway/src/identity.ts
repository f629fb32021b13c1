import { serviceNames, type Principal } from '@ledgerline/contracts';
import { scopesAllow, type Scoped } from '@ledgerline/domain';
import { LEDGERLINE, sleep, type Ledgerline } from '@ledgerline/host';
import { RecentMap } from '@ledgerline/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { askedAgain } from './asked-again.js';
import { CookieSession } from './cookie-session.js';
import { paceAt, refuseFrom, slowFrom } from './pace.js';
import { ProblemError } from './problem.js';

/** Milliseconds for which an answer of `administration` about a token holds: what an ended session can still do. */
const trusted = 2_000;

/** Who asks (rule 11: the first of the two looks at authority). */
@Injectable()
export class Identity {
  /** By the whole header: one that was looked at a moment ago is not taken apart again. */
  private readonly principals = new RecentMap<string, { readonly principal: Principal; readonly until: number }>(10_000);

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CookieSession) private readonly cookies: CookieSession,
  ) {}

  /** @throws ProblemError not-signed-in */
  async of(request: FastifyRequest): Promise<Principal> {
    const known = this.known(request);
    if (known) return known;
    const token = this.tokenOf(request);
    const principal = await askedAgain<Principal | null>(this.ledgerline, 'administration', 'authenticate', { token });
    if (principal === null) throw new ProblemError({ code: 'not-signed-in' });
    this.principals.set(asHeader(token), { principal, until: performance.now() + trusted });
    return principal;
  }

  /** Who works here, or a client of theirs. @throws ProblemError not-signed-in; not-allowed to callers, who have their own ticket; scope-not-granted */
  async ofStaff(request: FastifyRequest, what: Scoped = 'read'): Promise<Principal> {
    const principal = await this.of(request);
    if (principal.kind === 'caller') throw new ProblemError({ code: 'not-allowed' });
    refuseOutOfScope(principal, what);
    return principal;
  }

  /** The session or API token that the request carries: in its header, else in the console's cookie. @throws ProblemError not-signed-in */
  tokenOf(request: FastifyRequest): string {
    const token = request.headers.authorization === undefined ? this.cookies.tokenOf(request) : bearer(request);
    if (token === undefined) throw new ProblemError({ code: 'not-signed-in' });
    return token;
  }

  /** What was answered about the request's token a moment ago. @throws ProblemError not-signed-in */
  known(request: FastifyRequest): Principal | undefined {
    const { authorization } = request.headers;
    const known = this.principals.get(authorization ?? asHeader(this.tokenOf(request)));
    if (known !== undefined) return known.until > performance.now() ? known.principal : undefined;
    this.tokenOf(request);
    return undefined;
  }

  forget(token: string): void {
    this.principals.delete(asHeader(token));
  }

  /** Rights have changed somewhere, or are over: everybody is asked about again. Rare, so that nobody is looked for. */
  forgetAll(): void {
    this.principals.clear();
  }

  isBehind(): boolean {
    return this.ledgerline.readiness.lag(serviceNames) >= slowFrom;
  }

  /** Slows acceptance while projections fall behind, wherever they run, and refuses before anything grows without end (rule 13). */
  async pace(): Promise<void> {
    const lag = this.ledgerline.readiness.lag(serviceNames);
    if (lag > refuseFrom) throw new ProblemError({ code: 'projections-behind', facts: { lagMilliseconds: Math.round(lag) } });
    const wait = paceAt(lag);
    if (wait > 0) await sleep(wait);
  }
}

/** @throws ProblemError scope-not-granted where an API token is narrowed to other things */
export function refuseOutOfScope({ kind, scopes = [] }: Principal, scope: Scoped): void {
  if (kind === 'token' && !scopesAllow(scopes, scope)) throw new ProblemError({ code: 'scope-not-granted', facts: { scope } });
}

/** The one way to write a token into the header. */
function asHeader(token: string): string {
  return `Bearer ${token}`;
}

/** The scheme in any case, and blanks after it (RFC 9110, 11.1 and 11.4). */
function bearer(request: FastifyRequest): string | undefined {
  const match = /^bearer +([A-Za-z0-9_.~+/=-]{10,200})$/i.exec(request.headers.authorization ?? '');
  return match?.[1];
}
