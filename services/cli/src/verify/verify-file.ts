import { verifyLog, type LogItem, type Verification, type VerificationOptions } from '@ledgerline/host';
import { breathe } from '../interruption.js';
import { exportItems, linesOf, type ExportEnd } from '../log/export-file.js';
import { progress } from '../progress.js';
import type { Against } from './against.js';

/** An export, without the installation. */
export async function verifyFile(file: string, against: Against, signal: AbortSignal): Promise<Verification> {
  const told = progress('verifying');
  const verification = await verifyLines(
    linesOf(file, signal),
    { ...against, onPage: ({ commits }) => told.at(commits) },
    signal,
  );
  told.end();
  return verification;
}

export async function verifyLines(
  lines: AsyncIterable<string> | Iterable<string>,
  against: Against & Pick<VerificationOptions, 'onPage'>,
  signal: AbortSignal,
): Promise<Verification> {
  let end: ExportEnd | undefined;
  async function* pages(): AsyncGenerator<readonly LogItem[]> {
    let page: LogItem[] = [];
    for await (const line of exportItems(lines)) {
      if ('end' in line) end = line.end;
      else page.push(line);
      if (page.length < 500) continue;
      yield page;
      page = [];
      await breathe(signal);
    }
    yield page;
  }
  const told = progress('verifying');
  const verification = await verifyLog(pages(), { ...against, gapless: true, onPage: ({ commits }) => told.at(commits) });
  told.end();
  return verification.fault ? verification : { ...verification, ...notAtItsEnd(verification, end) };
}

/** An export says itself where it ends, so that a cut one is not taken for whole. */
function notAtItsEnd({ checked }: Verification, end: ExportEnd | undefined): Pick<Verification, 'fault'> | object {
  const position = checked.position ?? null;
  if (!end)
    return { fault: { fault: 'ends-too-early', position, expected: 'a last line with "end"', found: 'the end of the file' } };
  if (end.position === position && end.digest === checked.digest && end.commits === checked.commits) return {};
  const expected = `${end.position}=${end.digest}, ${end.commits} commits`;
  return { fault: { fault: 'digest-differs', position, expected, found: `${position}=${checked.digest}` } };
}
