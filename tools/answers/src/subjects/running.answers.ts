import type {
  OneAnnouncement,
  OneEquipment,
  ReceiptLine,
  ShownAnnouncement,
  ShownEquipment,
} from '@ledgerline/administration/answers';
import type { CommandNow } from '@ledgerline/gateway/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** Running the centre (R12): equipment, announcements. */
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
}
