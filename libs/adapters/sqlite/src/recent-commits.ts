import type { StoredCommit } from '@ledgerline/kernel';

/** The newest commits of the log without a gap, so that followers in the writing process need not read them back. */
export class RecentCommits {
  private commits: StoredCommit[] = [];
  /** Sequence of the first one kept. */
  private first = 1;

  constructor(private readonly most: number) {}

  /** Commits come in order of their sequences; after a gap what was kept is let go. */
  add(sequence: number, commit: StoredCommit): void {
    if (sequence !== this.first + this.commits.length) {
      this.commits = [];
      this.first = sequence;
    }
    this.commits.push(commit);
    if (this.commits.length < 2 * this.most) return;
    this.first += this.commits.length - this.most;
    this.commits = this.commits.slice(-this.most);
  }

  /** Those up to a sequence are needed no more. */
  forget(sequence: number): void {
    const count = Math.min(sequence + 1 - this.first, this.commits.length);
    if (count <= 0) return;
    this.first += count;
    this.commits = this.commits.slice(count);
  }

  /** Up to `limit` commits after a sequence; undefined where that reaches back further than what is kept. */
  after(sequence: number, limit: number): { readonly commits: readonly StoredCommit[]; readonly last: number } | undefined {
    if (sequence + 1 < this.first || this.commits.length === 0) return undefined;
    const from = sequence + 1 - this.first;
    const commits = this.commits.slice(from, from + limit);
    return { commits, last: sequence + commits.length };
  }
}
