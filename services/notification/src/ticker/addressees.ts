import { documentFold, executivesOnDuty, inForce, type DutyRota } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, RecentMap, streamName } from '@ledgerline/kernel';
import type { Audience } from './audience.js';

/** Milliseconds for which an answer about accounts holds: ten thousand warnings ask the same few questions. */
const holds = 2_000;

type Answers = Pick<Ledgerline, 'ask' | 'clock' | 'commands'>;

/** Accounts behind an audience, as they are now. */
export class Addressees {
  private readonly known = new RecentMap<string, { readonly ids: Promise<readonly string[]>; readonly until: number }>(5_000);

  constructor(private readonly ledgerline: Answers) {}

  async of(audience: readonly Audience[]): Promise<readonly string[]> {
    const ids = await Promise.all(audience.map((one) => this.accounts(one)));
    return [...new Set(ids.flat())];
  }

  private async accounts(one: Audience): Promise<readonly string[]> {
    if ('account' in one) return [one.account];
    if ('executive' in one) {
      const executives = await this.executives();
      const id = executives[one.executive % executives.length];
      return id === undefined ? [] : [id];
    }
    return this.holders(one);
  }

  /** By the duty rota in force; without one the executives in order of their creation. */
  private executives(): Promise<readonly string[]> {
    return this.remembered('executives', async () => {
      const { commands, clock } = this.ledgerline;
      const { state } = await commands.current(streamName('document', 'duty-rota-default'), documentFold);
      const now = clock.now();
      const rota = inForce(state, instantText(now))?.body as DutyRota | undefined;
      return rota === undefined ? this.holders({ role: 'leader' }) : executivesOnDuty(rota, now);
    });
  }

  private holders(body: { readonly role: string; readonly department?: string }): Promise<readonly string[]> {
    return this.remembered(`${body.role} ${body.department ?? ''}`, async () => {
      const principal = { kind: 'system', id: 'ticker', roles: ['system'], departments: [] };
      const answer = await this.ledgerline.ask<{ readonly ids?: readonly string[]; readonly code?: string }>(
        'administration',
        'who-holds',
        { body, principal },
      );
      if (answer.ids === undefined) throw new Error(`who holds ${body.role}? ${answer.code}`);
      return answer.ids;
    });
  }

  private remembered(question: string, ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const now = performance.now();
    const known = this.known.get(question);
    if (known && known.until > now) return known.ids;
    const ids = ask();
    this.known.set(question, { ids, until: now + holds });
    ids.catch(() => this.known.delete(question));
    return ids;
  }
}
