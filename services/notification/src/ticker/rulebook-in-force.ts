import { documentFold, readRulebook, type Rulebook } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** Milliseconds for which the documents that clocks are judged by need not be read again: clocks are pinned to older ones. */
const holds = 1_000;

/** The governed documents by which clocks are judged, read once for many. */
export class RulebookInForce {
  private known: { readonly book: Promise<Rulebook>; readonly until: number } | undefined;

  constructor(private readonly commands: Ledgerline['commands']) {}

  get(): Promise<Rulebook> {
    const now = performance.now();
    if (this.known && this.known.until > now) return this.known.book;
    const book = readRulebook((type, code) =>
      this.commands.current(streamName('document', `${type}-${code}`), documentFold).then(({ state }) => state),
    );
    this.known = { book, until: now + holds };
    book.catch(() => (this.known = undefined));
    return book;
  }
}
