import type { Principal } from '@ledgerline/contracts';
import type { ServerResponse } from 'node:http';

export interface Change {
  readonly id: string;
  readonly version: number;
}

/** Tickets that may wait for one slow screen; beyond it the screen is told to look at everything anew. */
const mostWaiting = 1_000;

/** One open screen. What it has not taken yet is merged, ticket by ticket, so that a slow one costs no more than a fast one. */
export class ChangeListener {
  private readonly waiting = new Map<string, number>();
  private readonly told = new Map<string, string>();
  private readonly lists = new Set<string>();
  private lost = false;
  /** Where its calls were changed last; tickets up to there may not have been told yet. */
  private calledAt: string | undefined;
  private position = '';
  private isFull = false;

  constructor(
    public principal: Principal,
    private readonly out: ServerResponse,
  ) {
    out.on('drain', () => {
      this.isFull = false;
      this.flush();
    });
  }

  changed(changes: readonly Change[], position: string): void {
    this.position = position;
    for (const { id, version } of changes) this.waiting.set(id, version);
    if (this.waiting.size > mostWaiting) this.reset(position);
    else if (changes.length > 0) this.flush();
  }

  /** Something in these lists has changed: the screen asks for those that it shows. */
  listsChanged(lists: readonly string[]): void {
    for (const list of lists) this.lists.add(list);
    this.flush();
  }

  /** A call of theirs, or one that is offered to them, is not as it was. */
  calls(position: string): void {
    this.calledAt = position;
    this.flush();
  }

  /** Something may have been missed: the screen has to ask for all that it shows. */
  reset(position: string): void {
    this.position = position;
    this.waiting.clear();
    this.lost = true;
    this.flush();
  }

  /** Who is at a ticket; the last word counts. */
  present(ticket: string, people: string): void {
    this.told.set(ticket, people);
    this.flush();
  }

  /** Keeps proxies from closing a quiet connection. */
  beat(): void {
    if (!this.isFull) this.write(':\n\n');
  }

  end(): void {
    this.out.end();
  }

  private flush(): void {
    if (this.isFull) return;
    for (const [ticket, people] of this.told) this.write(`event: presence\ndata: {"ticket":"${ticket}","people":${people}}\n\n`);
    this.told.clear();
    if (this.lists.size > 0) this.write(`event: lists\ndata: ${JSON.stringify({ items: [...this.lists] })}\n\n`);
    this.lists.clear();
    if (this.calledAt !== undefined) this.write(`event: calls\ndata: {"position":"${this.calledAt}"}\n\n`);
    this.calledAt = undefined;
    if (this.lost) this.write(`id: ${this.position}\nevent: reset\ndata: {}\n\n`);
    this.lost = false;
    if (this.waiting.size === 0) return;
    const items = [...this.waiting].map(([id, version]) => ({ id, version }));
    this.waiting.clear();
    this.write(`id: ${this.position}\nevent: tickets\ndata: ${JSON.stringify({ items })}\n\n`);
  }

  private write(text: string): void {
    if (!this.out.destroyed && !this.out.write(text)) this.isFull = true;
  }
}
