import type { Principal } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from './problem.js';

const system: Principal = { kind: 'system', id: 'gateway', roles: ['system'], departments: [] };

/** Whether somebody may see a ticket at all, without looking at it: asked of the lists, so that no look is put on record. */
@Injectable()
export class TicketSight {
  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {}

  /** @returns the ticket's version in the lists @throws ProblemError ticket-not-found, whether it is not there or not to be seen */
  async of(id: string, principal: Principal): Promise<number> {
    const message = { body: { ids: [id], askers: [principal] }, principal: system };
    const answer = await this.ledgerline.ask<{ visible?: readonly (readonly { version: number }[])[] }>(
      'reporting',
      'visible-changes',
      message,
    );
    const version = answer.visible?.[0]?.[0]?.version;
    if (version === undefined) throw new ProblemError({ code: 'ticket-not-found' });
    return version;
  }
}
