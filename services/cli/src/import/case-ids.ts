import { idOfDigest } from '@ledgerline/host';
import { ticketOf } from '@ledgerline/intake';
import { RecentMap, streamName, type StreamName } from '@ledgerline/kernel';
import type { CaseEvent } from './case-event.js';
import { Occurrences } from './occurrences.js';

/** Id of the contact that stands for a case, and the stream of the ticket that it opens. */
export interface CaseIdentity {
  readonly contact: string;
  readonly ticket: StreamName;
}

type Digest = (text: string) => string;

/** Ids that derive from what is imported, the same in every run: none is ever counted up. */
export class CaseIds {
  private readonly rows = new Occurrences();
  private readonly cases = new Occurrences();
  private readonly recentCases = new RecentMap<string, CaseIdentity>(20_000);
  private readonly recentResources = new RecentMap<string, string>(1_000);

  /** @param digest a keyed digest, base64url of 128 bits */
  constructor(
    private readonly source: string,
    private readonly digest: Digest,
  ) {}

  /** Different cases that were asked for. */
  get distinctCases(): number {
    return this.cases.distinct;
  }

  caseOf(id: string): CaseIdentity {
    return remembered(this.recentCases, id, () => {
      const digest = this.digest(`import ${this.source} case ${id}`);
      this.cases.add(...fingerprintOf(digest));
      const contact = idOfDigest(digest);
      return { contact, ticket: streamName('ticket', ticketOf(contact, { digest: (_name, text) => this.digest(text) })) };
    });
  }

  /** Id of who did something in the other system: it says nothing about them. */
  resourceOf(resource: string): string {
    return remembered(this.recentResources, resource, () =>
      idOfDigest(this.digest(`import ${this.source} resource ${resource}`)),
    );
  }

  /** Id of the command that records an activity. Asked for once a row, in the file's order. */
  commandOf({ case: id, identity, repeatable }: Pick<CaseEvent, 'case' | 'identity' | 'repeatable'>): string {
    const text = `import ${this.source} case ${id} row ${identity}`;
    const digest = this.digest(text);
    const times = repeatable ? this.rows.add(...fingerprintOf(digest)) : 1;
    return idOfDigest(times === 1 ? digest : this.digest(`${text} time ${times}`));
  }
}

function remembered<Value>(recent: RecentMap<string, Value>, key: string, make: () => Value): Value {
  const known = recent.get(key) ?? make();
  recent.set(key, known);
  return known;
}

function fingerprintOf(digest: string): [number, number] {
  const bytes = Buffer.from(digest, 'base64url');
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
}
