import type { Ledgerline } from '@ledgerline/host';
import { instantText, RecentMap, type StreamName } from '@ledgerline/kernel';

/** Milliseconds after which a stream is looked at again that the sheet, as it was then, still gives as due. */
const looksAgain = 5_000;
const pageSize = 1_000;

/** A ticket, or missed call, on which time has brought something about; `version` is the sheet's. */
export interface DueStream {
  readonly stream: StreamName;
  readonly version: number;
}

interface Page {
  readonly items: readonly DueStream[];
  readonly next?: string;
}

/** What the sheet gives as due, and what of it was seen to a moment ago: the sheet learns of that a moment later. */
export class DueStreams {
  /** When each was seen to as the sheet had it; one whose clocks have moved since is looked at again at once. */
  private readonly seen = new RecentMap<string, number>(100_000);

  constructor(private readonly ledgerline: Pick<Ledgerline, 'ask'>) {}

  /** Pages of what is due before an instant (milliseconds since the epoch), in order of time; not what was just seen to. */
  async *fresh(what: 'steps' | 'over', before: number): AsyncGenerator<readonly DueStream[]> {
    for (let cursor: string | undefined; ;) {
      const { items, next } = await this.page(what, before, pageSize, cursor);
      const now = performance.now();
      yield items.filter((one) => now - (this.seen.get(nameOf(one)) ?? -looksAgain) >= looksAgain);
      if (next === undefined) return;
      cursor = next;
    }
  }

  seenTo(one: DueStream): void {
    this.seen.set(nameOf(one), performance.now());
  }

  /** True where a step has been due since before an instant. */
  async hasSteps(before: number): Promise<boolean> {
    return (await this.page('steps', before, 1)).items.length > 0;
  }

  private async page(what: 'steps' | 'over', before: number, limit: number, cursor?: string): Promise<Page> {
    const principal = { kind: 'system', id: 'ticker', roles: ['system'], departments: [] };
    const body = { what, before: instantText(before), limit, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await this.ledgerline.ask<Page & { readonly kind: string; readonly code?: string }>('reporting', 'due-steps', {
      body,
      principal,
    });
    if (answer.kind !== 'due') throw new Error(`what is due? ${answer.code}`);
    return answer;
  }
}

function nameOf({ stream, version }: DueStream): string {
  return `${stream} ${version}`;
}
