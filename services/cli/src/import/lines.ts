/** A line without its end, as bytes that are good until the next chunk is asked for. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer;
  /** Longer than anybody's row: only its beginning is there. */
  readonly tooLong: boolean;
}

export const longestLine = 1024 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The lines of each chunk together; a line that goes on in the next chunk comes with that. Ends with LF or CRLF, or the file. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncIterable<readonly Line[]> {
  let rest: Buffer = Buffer.alloc(0);
  let tooLong = false;
  let number = 1;
  let isFirst = true;
  const lineOf = (bytes: Buffer): Line => {
    const line = { number, bytes: withoutReturn(bytes), tooLong };
    number += 1;
    tooLong = false;
    return line;
  };
  for await (const chunk of chunks) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (isFirst && bytes.length < byteOrderMark.length) {
      rest = bytes;
      continue;
    }
    if (isFirst && bytes.subarray(0, 3).equals(byteOrderMark)) bytes = bytes.subarray(3);
    isFirst = false;
    const lines: Line[] = [];
    let from = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
      if (end - from > longestLine) tooLong = true;
      lines.push(lineOf(bytes.subarray(from, end)));
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > longestLine) {
      rest = rest.subarray(0, 100);
      tooLong = true;
    }
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0 || tooLong) yield [lineOf(rest)];
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
}
