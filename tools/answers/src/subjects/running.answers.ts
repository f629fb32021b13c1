import type {
  OneAnnouncement,
  OneEquipment,
  OneRoster,
  OnDuty,
  OwnDay,
  ReceiptLine,
  ShownAnnouncement,
  ShownEquipment,
  ShownRoster,
  ShownShiftBook,
} from '@ledgerline/administration/answers';
import type { CommandNow } from '@ledgerline/gateway/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** Running the centre (R12): equipment, announcements, rosters. */
export interface RunningAnswers {
  'get /equipment': Page<ShownEquipment>;
  'post /equipment': Made;
  'get /equipment/{id}': OneEquipment;
  'get /equipment/{id}/commands': Whole<CommandNow>;
  'post /equipment/{id}/{step}': Accepted;
  'get /announcements': Page<ShownAnnouncement>;
  'post /announcements': Made;
  'get /announcements/{id}': OneAnnouncement;
  'get /announcements/{id}/receipts': Page<ReceiptLine>;
  'get /announcements/{id}/commands': Whole<CommandNow>;
  'post /announcements/{id}/{step}': Accepted;
  'get /rosters': Page<ShownRoster>;
  'post /rosters': Made;
  'get /rosters/mine': Page<OwnDay>;
  'get /rosters/on-now': Page<OnDuty>;
  'get /rosters/{id}': OneRoster;
  'get /rosters/{id}/commands': Whole<CommandNow>;
  'post /rosters/{id}/import': Accepted;
  'post /rosters/{id}/{step}': Accepted;
  'get /shift-books/{id}': ShownShiftBook;
  'post /shift-books/{id}/{step}': Accepted;
}
