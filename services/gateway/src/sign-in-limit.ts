import { RecentMap } from '@ledgerline/kernel';
import { ProblemError } from './problem.js';

const window = 60_000;
const perName = 10;
const perAddress = 100;

/** Guards sign-in: failures in the last minute, by name and by address. Successes cost nothing. Bounded memory. */
export class SignInLimit {
  private readonly failures = new RecentMap<string, readonly number[]>(20_000);

  /** @throws ProblemError too-many-requests */
  check(address: string, username: string): void {
    if (this.count(`name ${username}`) >= perName || this.count(`address ${address}`) >= perAddress)
      throw new ProblemError({ code: 'too-many-requests' });
  }

  failed(address: string, username: string): void {
    for (const key of [`name ${username}`, `address ${address}`])
      this.failures.set(key, [...this.recent(key), performance.now()].slice(-perAddress));
  }

  private count(key: string): number {
    return this.recent(key).length;
  }

  private recent(key: string): readonly number[] {
    const since = performance.now() - window;
    return (this.failures.get(key) ?? []).filter((at) => at > since);
  }
}
