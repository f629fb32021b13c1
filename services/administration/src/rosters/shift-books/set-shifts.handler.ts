import type { SetShifts } from '@ledgerline/contracts';
import {
  departmentFold,
  isAtWork,
  isOpenSite,
  mayCommand,
  ownerOfShiftBook,
  shiftBookFold,
  type MaybeShiftBook,
  type ShiftBookEvent,
} from '@ledgerline/domain';
import { streamCommand, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
import { setShifts, type BookOwner } from './set-shifts.decision.js';

export const setShiftsHere = streamCommand<SetShifts, MaybeShiftBook, ShiftBookEvent>({
  category: 'shift-book',
  fold: shiftBookFold,
  may: (roles) => mayCommand(roles, 'set-shifts'),
  decide: {
    prepare: async ({ id }, ledgerline) => {
      const owner = ownerOfShiftBook(id);
      return owner !== undefined && (await isThere(owner, ledgerline))
        ? setShifts(owner)
        : () => rejected('shift-book-not-found');
    },
  },
});

async function isThere({ owner, code }: BookOwner, ledgerline: Ledgerline): Promise<boolean> {
  if (owner === 'site') return isOpenSite(code, ledgerline);
  return isAtWork((await ledgerline.commands.current(streamName('department', code), departmentFold)).state);
}
