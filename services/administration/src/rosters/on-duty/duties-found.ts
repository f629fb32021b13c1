import { dutiesOf, publishedPart, shiftsOfRoster, type Duty, type ShiftRoster } from '@ledgerline/domain';

/** What is published of a roster, shift by shift: by the times that were published with it. */
export function publishedDuties(roster: ShiftRoster): readonly Duty[] {
  return dutiesOf(publishedPart(roster).people, shiftsOfRoster(roster, []));
}
