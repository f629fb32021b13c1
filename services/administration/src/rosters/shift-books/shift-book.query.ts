import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { departmentFold, isOpenSite, ownerOfShiftBook, worksHere, type ShiftBook } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { shiftBookOf } from './shift-book-of.js';

/** What holds for a site or department. */
export interface ShownShiftBook extends ShiftBook {
  readonly id: string;
  /** Whose it is in fact: of a department without one its site's. */
  readonly from: string;
  readonly version: number;
}

/** `GET /shift-books/{id}`: when people work is no secret in the house. */
export async function shiftBook(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly book: ShownShiftBook } | Problem> {
  if (!worksHere(principal.roles)) return problem('not-allowed');
  const named = ownerOfShiftBook(id);
  const place = named && (await placeOf(named, ledgerline));
  if (place === undefined) return problem('shift-book-not-found');
  const { id: from, version, book } = await shiftBookOf(place, ledgerline);
  return { kind: 'one', book: { ...book, id, from, version } };
}

async function placeOf({ owner, code }: NonNullable<ReturnType<typeof ownerOfShiftBook>>, ledgerline: Ledgerline) {
  // Of a site no department is asked for.
  if (owner === 'site') return (await isOpenSite(code, ledgerline)) ? { department: '', site: code } : undefined;
  const { state } = await ledgerline.commands.current(streamName('department', code), departmentFold);
  return state && { department: code, site: state.site };
}
