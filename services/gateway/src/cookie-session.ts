import { isSame, LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

const harmless = ['GET', 'HEAD', 'OPTIONS'];

/**
 * The console's session: the token in a cookie that no script can read, and against forged requests (CSRF) a second secret,
 * derived from the token, which every call that may change something has to carry in a header. See ADR 0019.
 */
@Injectable()
export class CookieSession {
  private readonly secure: boolean;
  private readonly name: string;
  private readonly shape: RegExp;

  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {
    this.secure = ledgerline.configuration.publicUrl?.startsWith('https://') ?? false;
    this.name = this.secure ? '__Host-ledgerline-session' : 'ledgerline-session';
    this.shape = new RegExp(`(?:^|;\\s*)${this.name}=([A-Za-z0-9_-]{10,200})(?:;|$)`);
  }

  /** The console asks for a cookie in place of a token. */
  isWanted(request: FastifyRequest): boolean {
    return request.headers['ledgerline-session'] === 'cookie';
  }

  /** As long as the session lasts, whatever the browser's clock says. */
  give(reply: FastifyReply, token: string, expiresAt: string): void {
    const seconds = Math.floor((Date.parse(expiresAt) - this.ledgerline.clock.now()) / 1_000);
    void reply.header('set-cookie', this.cookie(token, `; Max-Age=${seconds}`));
  }

  takeBack(reply: FastifyReply): void {
    void reply.header('set-cookie', this.cookie('', '; Max-Age=0'));
  }

  /** What calls that change something have to carry as `Ledgerline-CSRF`. */
  secretFor(token: string): string {
    return this.ledgerline.digest('ids', `csrf of ${token}`);
  }

  /**
   * The token in the request's cookie, if there is one.
   * @throws ProblemError csrf-token-missing where the call may change something and does not prove that our own page made it
   */
  tokenOf(request: FastifyRequest): string | undefined {
    const token = this.shape.exec(request.headers.cookie ?? '')?.[1];
    if (token === undefined || harmless.includes(request.method)) return token;
    const site = request.headers['sec-fetch-site'];
    const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
    const given = request.headers['ledgerline-csrf'];
    if (fromElsewhere || typeof given !== 'string' || !isSame(given, this.secretFor(token)))
      throw new ProblemError({ code: 'csrf-token-missing' });
    return token;
  }

  private cookie(value: string, more: string): string {
    return `${this.name}=${value}; Path=/; HttpOnly; SameSite=Strict${this.secure ? '; Secure' : ''}${more}`;
  }
}
