import type { Words } from '@ledgerline/domain';
import type { FactRow, FactStore } from '@ledgerline/kernel';

/** Codes and names that stand in facts as numbers; the same number for the same word as long as the facts last. */
export class WordList implements Words {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];
  private kept = 0;

  /** Those that the facts have, into a list that has none yet. */
  async load(facts: FactStore): Promise<void> {
    for (const { text } of await facts.ask('SELECT text FROM words ORDER BY word')) this.numberOf(text as string);
    this.kept = this.words.length;
  }

  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /** null, where there is no word. */
  orNull(word: string | undefined): number | null {
    return word === undefined ? null : this.numberOf(word);
  }

  /** undefined: the facts have no such word, and so nothing that it is said of. */
  known(word: string): number | undefined {
    return this.numbers.get(word);
  }

  wordOf(number: number): string {
    const word = this.words[number];
    if (word === undefined) throw new RangeError(`the facts have no word ${number}`);
    return word;
  }

  /** Every word, by its number. */
  all(): readonly string[] {
    return [...this.words];
  }

  /** Rows for the words that the facts do not have yet. */
  added(): readonly FactRow[] {
    return this.words.slice(this.kept).map((word, place) => [this.kept + place, word]);
  }

  /** They have them now. */
  written(): void {
    this.kept = this.words.length;
  }
}
