import { shiftBookFold, shiftBookId, usualRestHours, type ShiftBook } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** Where nobody has set any: days off can be planned, and nothing else. */
const noShifts: ShiftBook = { shifts: [], staffing: [], minimumRestHours: usualRestHours, comprehensiveHours: false };

export interface FoundBook {
  readonly id: string;
  readonly version: number;
  readonly book: ShiftBook;
}

/** The department's own, else its site's; of version 0 where nobody has set any. */
export async function shiftBookOf(
  { department, site }: { readonly department: string; readonly site: string },
  ledgerline: Ledgerline,
): Promise<FoundBook> {
  const own = shiftBookId('department', department);
  for (const id of [own, shiftBookId('site', site)]) {
    const { state: book, version } = await ledgerline.commands.current(streamName('shift-book', id), shiftBookFold);
    if (book !== undefined) return { id, version, book };
  }
  return { id: own, version: 0, book: noShifts };
}
