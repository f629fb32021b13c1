import type { Script } from '@ledgerline/domain';
import { csvLine } from '@ledgerline/exports';
import { guardedText } from '../digests/files/xlsx-text.js';
import type { ExportMark } from '../export-on-record.js';

export interface ExportedCall {
  readonly id: string;
  readonly listedAt: string;
  readonly source: string;
  readonly status: string;
  readonly attempts: number;
  readonly lastAt?: string;
  readonly agent?: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

const columns = ['id', 'listedAt', 'source', 'status', 'attempts', 'lastAt', 'agent'] as const;

/** A line a call, a column a question; who took it and when stand on every line, which is what is copied out of it and passed on. */
export async function* resultLines(
  { questions }: Pick<Script, 'questions'>,
  pages: AsyncIterable<readonly ExportedCall[]>,
  { exportedBy, exportedAt }: ExportMark,
): AsyncGenerator<string> {
  const asked = questions.map(({ id }) => id);
  yield csvLine([...columns, ...asked, 'exportedBy', 'exportedAt']);
  for await (const calls of pages)
    for (const call of calls)
      yield csvLine([
        ...columns.map((name) => call[name]?.toString()),
        ...asked.map((id) => written(call.answers[id])),
        guardedText(exportedBy),
        exportedAt,
      ]);
}

/** What customers say, others open in a spreadsheet: a text is guarded, a number is one. */
function written(answer: unknown): string | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (typeof answer === 'number') return String(answer);
  return guardedText(Array.isArray(answer) ? answer.join(' ') : String(answer as string));
}
