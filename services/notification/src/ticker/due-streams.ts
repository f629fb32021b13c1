import type { Ledgerline } from '@ledgerline/host';
import { everyPage, instantText, RecentMap, type PlaceOnList, type StreamName } from '@ledgerline/kernel';

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

interface AskedFor extends PlaceOnList {
  readonly what: 'steps' | 'over';
  readonly before: number;
  readonly limit: number;
}

/** What the sheet gives as due, and what of it was seen to a moment ago: the sheet learns of that a moment later. */
export class DueStreams {
  /** When each was seen to as the sheet had it; one whose clocks have moved since is looked at again at once. */
  private readonly seen = new RecentMap<string, number>(100_000);

  constructor(private readonly ledgerline: Pick<Ledgerline, 'ask'>) {}

  /** Pages of what is due before an instant (milliseconds since the epoch), in order of time; not what was just seen to. */
  async *fresh(what: 'steps' | 'over', before: number): AsyncGenerator<readonly DueStream[]> {
    for await (const { items } of everyPage((at) => this.page({ what, before, limit: pageSize, ...at }))) {
      const now = performance.now();
      yield items.filter((one) => now - (this.seen.get(nameOf(one)) ?? -looksAgain) >= looksAgain);
    }
  }

  seenTo(one: DueStream): void {
    this.seen.set(nameOf(one), performance.now());
  }

  /** True where a step has been due since before an instant. */
  async hasSteps(before: number): Promise<boolean> {
    return (await this.page({ what: 'steps', before, limit: 1 })).items.length > 0;
  }

  private async page({ before, ...asked }: AskedFor): Promise<Page> {
    const principal = { kind: 'system', id: 'ticker', roles: ['system'], departments: [] };
    const body = { ...asked, before: instantText(before) };
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
