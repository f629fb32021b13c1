import { RecentMap } from '@ledgerline/kernel';
import { Injectable } from '@nestjs/common';
import { ProblemError } from './problem.js';

const window = 60_000;
const perOne = 10;
const perAddress = 100;
const wrong = ['wrong-code', 'wrong-username-or-password'];

/**
 * Guards what a password, code or secret is asked for: failures in the last minute, by whose it is and by address. Successes cost nothing.
 * Bounded memory.
 */
@Injectable()
export class SignInLimit {
  private readonly failures = new RecentMap<string, readonly number[]>(20_000);

  /** @throws ProblemError too-many-requests */
  check(address: string, whose: string): void {
    if (this.count(`whose ${whose}`) >= perOne || this.count(`address ${address}`) >= perAddress)
      throw new ProblemError({ code: 'too-many-requests' });
  }

  failed(address: string, whose: string): void {
    for (const key of [`whose ${whose}`, `address ${address}`])
      this.failures.set(key, [...this.recent(key), performance.now()].slice(-perAddress));
  }

  /**
   * Does what asks a signed-in account for its password or code: whatever it is asked for counts together, and apart from signing in, so that
   * nobody outside keeps them from it. @throws ProblemError too-many-requests, and whatever `act` throws
   */
  async guard<Answer>(address: string, account: string, act: () => Promise<Answer>): Promise<Answer> {
    const whose = `signed in ${account}`;
    this.check(address, whose);
    try {
      return await act();
    } catch (error) {
      if (error instanceof ProblemError && wrong.includes(error.problem.code)) this.failed(address, whose);
      throw error;
    }
  }

  private count(key: string): number {
    return this.recent(key).length;
  }

  private recent(key: string): readonly number[] {
    const since = performance.now() - window;
    return (this.failures.get(key) ?? []).filter((at) => at > since);
  }
}
