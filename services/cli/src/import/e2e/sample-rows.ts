import type { Row } from '../row.js';

/** A row for specs, from its columns. */
export function rowOf(columns: Readonly<Record<string, string>>, line = 2): Row {
  return { line, values: Object.values(columns), value: (column) => columns[column] };
}

/** A text in pieces of so many bytes, as a file is read. */
export async function* inPieces(text: string | Buffer, size = 7): AsyncIterable<Buffer> {
  const bytes = Buffer.from(text as string);
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function collected<Item>(batches: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}
