import type { Writable } from 'node:stream';
import { written } from '../written.js';

/** Items of a JSON array, one a line, as they come. */
export class JsonItems {
  count = 0;

  constructor(private readonly out: Writable) {}

  async write(items: readonly object[]): Promise<void> {
    const lines = items.map((item, place) => `${this.count + place === 0 ? '' : ','}\n${JSON.stringify(item)}`);
    this.count += items.length;
    await written(this.out, lines.join(''));
  }
}
