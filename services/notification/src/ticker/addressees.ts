import type { Problem } from '@ledgerline/contracts';
import { documentFold, executivesOnDuty, inForce, type DutyRota } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, RecentMap, streamName } from '@ledgerline/kernel';
import type { Audience } from './audience.js';

/** Milliseconds for which an answer about accounts holds: ten thousand warnings ask the same few questions. */
const holds = 2_000;

type Answers = Pick<Ledgerline, 'ask' | 'clock' | 'commands'>;

/** Accounts behind an audience, as they are now. */
export class Addressees {
  private readonly known = new RecentMap<string, { readonly answer: Promise<unknown>; readonly until: number }>(5_000);

  constructor(private readonly ledgerline: Answers) {}

  async of(audience: readonly Audience[]): Promise<readonly string[]> {
    const ids = (await Promise.all(audience.map((one) => this.accounts(one)))).flat();
    if (ids.length === 0) return [];
    const substitutes = await this.substitutes();
    return [...new Set(ids.flatMap((id) => [id, ...(substitutes.get(id) ?? [])]))];
  }

  /** Who is absent is told all the same, and who stands in for them too (ADR 0029). */
  private substitutes(): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.remembered('substitutes', async () => {
      type Pairs = { readonly items: readonly { readonly absent: string; readonly substitute: string }[] };
      const { items } = await this.ask<Pairs>('substitutes-now', {});
      return new Map(items.map(({ absent, substitute }) => [absent, [substitute]]));
    });
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
      return (await this.ask<{ readonly ids: readonly string[] }>('who-holds', body)).ids;
    });
  }

  private async ask<Answer extends object>(call: string, body: object): Promise<Answer> {
    const principal = { kind: 'system', id: 'ticker', roles: ['system'], departments: [] };
    const answer = await this.ledgerline.ask<Answer | Problem>('administration', call, { body, principal });
    if ('code' in answer) throw new Error(`${call} ${JSON.stringify(body)}: ${answer.code}`);
    return answer;
  }

  private remembered<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const now = performance.now();
    const known = this.known.get(question);
    if (known && known.until > now) return known.answer as Promise<Answer>;
    const answer = ask();
    this.known.set(question, { answer, until: now + holds });
    answer.catch(() => this.known.delete(question));
    return answer;
  }
}
