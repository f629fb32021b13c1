import { type RosterChange, type ShiftRoster } from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';

/** A change that is asked for and not decided. @param viewer who looks, where it is there for those alone whom it is about */
export function openChange(number: number, { changes }: Pick<ShiftRoster, 'changes'>, viewer?: string): RosterChange | Rejection {
  const found = changes.find(({ request }) => request === number);
  const isSeen = viewer === undefined || found?.account === viewer || found?.with === viewer;
  if (found === undefined || !isSeen) return rejected('request-not-found', { request: number });
  const isOpen = found.state === 'asked' || found.state === 'agreed';
  return isOpen ? found : rejected('request-is-decided', { request: number, state: found.state });
}
