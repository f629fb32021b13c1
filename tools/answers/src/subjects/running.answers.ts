import type { OneEquipment, ShownEquipment } from '@ledgerline/administration/answers';
import type { CommandNow } from '@ledgerline/gateway/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** Running the centre (R12): equipment. */
export interface RunningAnswers {
  'get /equipment': Page<ShownEquipment>;
  'post /equipment': Made;
  'get /equipment/{id}': OneEquipment;
  'get /equipment/{id}/commands': Whole<CommandNow>;
  'post /equipment/{id}/{step}': Accepted;
}
