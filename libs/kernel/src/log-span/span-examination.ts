import type { StoredCommit, StreamName } from '../commit.js';
import type { Cryptography } from '../cryptography.js';
import type { Position } from '../position.js';
import { soundCommit, soundWhenParsed, type SoundCommit } from '../sound-commit.js';
import type { SoundSpan, Stretch } from './sound-span.js';

type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

/** Looks at consecutive commits without knowing what stands before them. */
export class SpanExamination {
  private readonly stretches = new Map<StreamName, Writable<Stretch>>();
  /** Of the commits so far. */
  readonly hashes: string[] = [];
  private events = 0;
  private ends: { readonly begin: Position; readonly end: Position } | undefined;

  constructor(private readonly cryptography: Pick<Cryptography, 'sha256'>) {}

  /** @returns whether all commits so far are sound; after a `false` nothing more is to be asked */
  take(commit: StoredCommit): boolean {
    const sound = soundCommit(commit, this.cryptography) ?? soundWhenParsed(commit, this.cryptography);
    if (sound === undefined || !this.goesOn(commit, sound)) return false;
    this.hashes.push(commit.hash);
    this.events += sound.events;
    this.ends = { begin: this.ends?.begin ?? commit.position, end: commit.position };
    return true;
  }

  /** undefined of no commits at all. */
  get span(): SoundSpan | undefined {
    return (
      this.ends && {
        ...this.ends,
        commits: this.hashes.length,
        events: this.events,
        hashes: this.hashes.join(''),
        stretches: [...this.stretches.values()],
      }
    );
  }

  private goesOn({ stream, first, last, previous, hash }: StoredCommit, { from, to }: SoundCommit): boolean {
    const before = this.stretches.get(stream);
    if (before === undefined) {
      this.stretches.set(stream, { stream, first, previous, from, last, to, hash });
      return true;
    }
    if (first !== before.last + 1 || previous !== before.hash || from < before.to) return false;
    before.last = last;
    before.to = to;
    before.hash = hash;
    return true;
  }
}
