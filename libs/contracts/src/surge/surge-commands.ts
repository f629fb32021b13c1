import { IsOptional } from 'class-validator';
import { TicketReference } from '../bounds.js';

/** Body of `POST /surges/{id}/acknowledge`. */
export class AcknowledgeSurge {
  /** The parent event or urgent ticket that was made of it: id or number. */
  @IsOptional() @TicketReference() event?: string;
}
