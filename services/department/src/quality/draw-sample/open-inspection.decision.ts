import type { InspectionEvent, InspectionEvents, MaybeInspection } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Of a piece that was drawn; by the process manager alone. */
export const openInspection: Decide<InspectionEvents['InspectionOpened'], MaybeInspection, InspectionEvent> = (
  drawn,
  inspection,
) => (inspection === undefined ? [{ type: 'InspectionOpened', data: drawn }] : rejected('inspection-exists'));
