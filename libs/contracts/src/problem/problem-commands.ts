import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { Code, longest, OptionalCode, OptionalText, Text, ticketReference, TicketReference } from '../bounds.js';
import { WithReason } from '../ticket/ticket-commands.js';
import { kinds } from '../ticket/wire-words.js';

/** Body of `POST /problems`: the cause behind faults that come again and again. */
export class OpenProblem {
  @Text(longest.line) title!: string;
  @Text(longest.reason) text!: string;
  @Code() department!: string;
  /** Tickets about this item fit it; with a product or a kind, those about that alone. */
  @Code() item!: string;
  @OptionalText(longest.line) product?: string;
  @IsOptional() @IsIn(kinds) kind?: (typeof kinds)[number];
  /** Ids or numbers of tickets that come of it. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ArrayUnique() @Matches(ticketReference, { each: true }) tickets?: string[];
}
/** What is not given stays as it is; an empty product is not one: the problem is described anew for that. */
export class DescribeProblem extends WithReason {
  @OptionalText(longest.line) title?: string;
  @OptionalText(longest.reason) text?: string;
  @OptionalCode() department?: string;
  @OptionalCode() item?: string;
  @OptionalText(longest.line) product?: string;
  @IsOptional() @IsIn(kinds) kind?: (typeof kinds)[number];
}
export class LinkTickets {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @Matches(ticketReference, { each: true }) tickets!: string[];
}
export class UnlinkTicket extends WithReason {
  @TicketReference() ticket!: string;
}
export class DeclareKnownError extends WithReason {
  @Text(longest.reason) cause!: string;
  /** What agents read out and handlers do meanwhile. */
  @Text(longest.reason) workaround!: string;
}
export class WithdrawWorkaround extends WithReason {}
export class ResolveProblem {
  @Text(longest.reason) fix!: string;
}
export class ReopenProblem extends WithReason {}
