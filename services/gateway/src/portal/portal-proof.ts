import { LEDGERLINE, randomId, type Ledgerline } from '@ledgerline/host';
import { RecentMap } from '@ledgerline/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomInt } from 'node:crypto';

/** Milliseconds for which a form can be filled in; and the least that a person needs for it. */
const [lasts, least] = [4 * 3_600_000, 3_000];
/** Leading zero bits that the answer's hash has to have: some 65,000 hashes, a second or so in a browser. */
export const workBits = 16;

export interface Challenge {
  /** Signed: time, what has to be worked on, and the two numbers of the sum. */
  readonly token: string;
  readonly a: number;
  readonly b: number;
}

export type Proof = 'worked' | 'answered' | 'wrong' | 'stale';

/**
 * Against programs that fill in forms, without a service of others: with script the browser does some work (a hash with leading zeros),
 * without it a person adds two numbers. Either way a form holds for one submission and for some hours, and none is sent at once.
 */
@Injectable()
export class PortalProof {
  private readonly used = new RecentMap<string, true>(100_000);

  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {}

  challenge(): Challenge {
    const [a, b] = [randomInt(2, 10), randomInt(2, 10)];
    const body = [this.ledgerline.clock.now().toString(36), randomId(), a, b].join('.');
    return { token: `${body}.${this.sign(body)}`, a, b };
  }

  /** The same challenge is the same submission: its name, for what has to happen once. */
  nameOf(token: string): string {
    return token.split('.')[1] ?? '';
  }

  check(token: string, { work, sum }: { readonly work?: string; readonly sum?: string }): Proof {
    const [time = '', id = '', a, b, mac] = token.split('.');
    const age = this.ledgerline.clock.now() - Number.parseInt(time, 36);
    if (mac !== this.sign([time, id, a, b].join('.')) || !(age < lasts)) return 'stale';
    if (age < least) return 'wrong';
    if (work && work.length <= 20 && hasLeadingZeros(`${token}.${work}`)) return 'worked';
    return sum?.trim() === String(Number(a) + Number(b)) ? 'answered' : 'wrong';
  }

  /** False where it was taken before. A repeat of the same submission is told apart by what it registers. */
  take(token: string): boolean {
    const name = this.nameOf(token);
    const isNew = this.used.get(name) === undefined;
    this.used.set(name, true);
    return isNew;
  }

  private sign(body: string): string {
    return this.ledgerline.digest('ids', `portal challenge ${body}`);
  }
}

function hasLeadingZeros(text: string): boolean {
  const hash = createHash('sha256').update(text).digest();
  return hash.readUInt32BE(0) >>> (32 - workBits) === 0;
}
