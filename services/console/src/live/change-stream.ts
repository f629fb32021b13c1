export interface Change {
  readonly id: string;
  readonly version: number;
}
export interface PersonAt {
  readonly id: string;
  readonly name: string;
  readonly doing: 'looking' | 'writing';
}
interface Heard {
  readonly tickets: (changes: readonly Change[]) => void;
  /** Lists in which something has changed, by their path in the API. */
  readonly lists: (changed: readonly string[]) => void;
  /** One's own live calls, and what is offered to one. */
  readonly calls: (position: string) => void;
  readonly reset: () => void;
  readonly presence: (ticket: string, people: readonly PersonAt[]) => void;
  readonly lost: (isLost: boolean) => void;
}

/** Milliseconds without a connection before it is said: a blink is no news. */
const patience = 3_000;

/** The server's stream of changes. The browser comes back by itself and says where it was; a closed stream is opened anew. */
export class ChangeStream {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private isLost = false;

  constructor(private readonly heard: Heard) {
    this.open(false);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.source?.close();
  }

  private open(isAgain: boolean): void {
    const source = new EventSource('/api/v1/changes');
    this.source = source;
    source.addEventListener('open', () => {
      clearTimeout(this.timer);
      if (isAgain || this.isLost) this.heard.reset();
      this.isLost = false;
      this.heard.lost(false);
    });
    source.addEventListener('tickets', ({ data }: MessageEvent<string>) =>
      this.heard.tickets((JSON.parse(data) as { items: Change[] }).items),
    );
    source.addEventListener('lists', ({ data }: MessageEvent<string>) =>
      this.heard.lists((JSON.parse(data) as { items: string[] }).items),
    );
    source.addEventListener('calls', ({ data }: MessageEvent<string>) =>
      this.heard.calls((JSON.parse(data) as { position: string }).position),
    );
    source.addEventListener('reset', () => this.heard.reset());
    source.addEventListener('presence', ({ data }: MessageEvent<string>) => {
      const { ticket, people } = JSON.parse(data) as { ticket: string; people: PersonAt[] };
      this.heard.presence(ticket, people);
    });
    source.addEventListener('error', () => this.failed(source));
  }

  private failed(source: EventSource): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    const isOver = source.readyState === EventSource.CLOSED;
    this.timer = setTimeout(() => {
      this.isLost = true;
      this.heard.lost(true);
      if (isOver) this.open(true);
    }, patience);
  }
}
