import { idOfDigest } from '@ledgerline/host';
import type { CaseEvent } from './case-event.js';
import { Occurrences } from './occurrences.js';

/** Ids that derive from what is imported, the same in every run: none is ever counted up. */
export class CaseIds {
  private readonly rows = new Occurrences();
  private readonly cases = new Occurrences();

  /** @param digest a keyed digest, base64url of 128 bits */
  constructor(
    private readonly source: string,
    private readonly digest: (text: string) => string,
  ) {}

  /** Different cases that were asked for. */
  get distinctCases(): number {
    return this.cases.distinct;
  }

  /** Id of the contact that stands for a case. */
  contactOf(id: string): string {
    const digest = this.digest(`import ${this.source} case ${id}`);
    this.cases.add(...fingerprintOf(digest));
    return idOfDigest(digest);
  }

  /** Id of who did something in the other system: it says nothing about them. */
  resourceOf(resource: string): string {
    return idOfDigest(this.digest(`import ${this.source} resource ${resource}`));
  }

  /** Id of the command that records an activity. Asked for once a row, in the file's order. */
  commandOf({ case: id, identity, repeatable }: Pick<CaseEvent, 'case' | 'identity' | 'repeatable'>): string {
    const text = `import ${this.source} case ${id} row ${identity}`;
    const digest = this.digest(text);
    const times = repeatable ? this.rows.add(...fingerprintOf(digest)) : 1;
    return idOfDigest(times === 1 ? digest : this.digest(`${text} time ${times}`));
  }
}

function fingerprintOf(digest: string): [number, number] {
  const bytes = Buffer.from(digest, 'base64url');
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
}
