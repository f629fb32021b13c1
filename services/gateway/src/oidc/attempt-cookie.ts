import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attemptLasts, attemptOf, type Attempt } from './attempt.js';

/** The attempt's key in the browser that began it: `Lax`, because the browser comes back from another site. */
@Injectable()
export class AttemptCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {
    this.secure = ledgerline.configuration.publicUrl?.startsWith('https://') ?? false;
    this.name = this.secure ? '__Host-ledgerline-oidc' : 'ledgerline-oidc';
  }

  give(reply: FastifyReply, { key }: Attempt): void {
    void reply.header('set-cookie', this.cookie(key, attemptLasts / 1_000));
  }

  takeBack(reply: FastifyReply): void {
    void reply.header('set-cookie', this.cookie('', 0));
  }

  /** The attempt that this browser began; undefined where it began none, or too long ago. */
  of({ headers }: Pick<FastifyRequest, 'headers'>): Attempt | undefined {
    const key = new RegExp(`(?:^|;\\s*)${this.name}=([A-Za-z0-9._-]{1,100})(?:;|$)`).exec(headers.cookie ?? '')?.[1];
    return key === undefined ? undefined : attemptOf(key, this.ledgerline);
  }

  private cookie(value: string, seconds: number): string {
    return `${this.name}=${value}; Path=/; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}; Max-Age=${seconds}`;
  }
}
