import { RecentMap } from '@ledgerline/kernel';
import type { Proof } from './portal-proof.js';

const window = 3_600_000;
/** Submissions an hour from one address; fewer where no work was done for them. */
const most: Readonly<Partial<Record<Proof, number>>> = { worked: 20, answered: 5 };

/** Guards what anybody may send. Memory is bounded. */
export class PortalLimit {
  private readonly sent = new RecentMap<string, readonly number[]>(20_000);

  allows(address: string, proof: Proof): boolean {
    const since = performance.now() - window;
    const recent = (this.sent.get(address) ?? []).filter((at) => at > since);
    if (recent.length >= (most[proof] ?? 0)) return false;
    this.sent.set(address, [...recent, performance.now()]);
    return true;
  }
}
