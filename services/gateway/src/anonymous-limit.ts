import { RecentMap } from '@ledgerline/kernel';
import { ProblemError } from './problem.js';

const window = 60_000;

/** Guards what nobody signs in for: so many calls a minute, by address or by ticket. Bounded memory. */
export class AnonymousLimit {
  private readonly calls = new RecentMap<string, { readonly since: number; readonly count: number }>(20_000);

  constructor(private readonly perMinute: number) {}

  /** @throws ProblemError too-many-requests */
  count(who: string): void {
    const now = performance.now();
    const before = this.calls.get(who);
    const current = before && now - before.since < window ? before : { since: now, count: 0 };
    if (current.count >= this.perMinute) throw new ProblemError({ code: 'too-many-requests' });
    this.calls.set(who, { since: current.since, count: current.count + 1 });
  }
}
