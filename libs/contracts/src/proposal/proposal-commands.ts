import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { Code, longest, OptionalCode, OptionalText, Text, ticketReference, TicketReference, Username } from '../bounds.js';
import { IsInstant } from '../instants.js';
import { WithReason } from '../ticket/ticket-commands.js';
import { replyChannels } from '../ticket/wire-words.js';

/** A week as `2026-W10`, a month as `2026-03`. */
const period = /^\d{4}-(W\d{2}|\d{2})$/;

/** Body of `POST /proposals`: of a digest's line, or of what one or several callers said. */
export class RaiseProposal {
  @Text(longest.line) title!: string;
  @Text(longest.reason) text!: string;
  @Code() department!: string;
  @OptionalCode() item?: string;
  @OptionalText(longest.line) product?: string;
  /** Of the digest that it was found in. */
  @IsOptional() @Matches(period) period?: string;
  @IsOptional() @Username() owner?: string;
  @IsOptional() @IsInstant() dueBy?: string;
  /** Ids or numbers of tickets whose callers asked for it. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ArrayUnique() @Matches(ticketReference, { each: true }) tickets?: string[];
}
export class JoinProposal {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @Matches(ticketReference, { each: true }) tickets!: string[];
}
export class RemoveFromProposal extends WithReason {
  @TicketReference() ticket!: string;
}
/** The owner is whoever takes it up unless another is named. */
export class TakeUpProposal {
  @IsOptional() @Username() owner?: string;
  @IsInstant() dueBy!: string;
}
export class ChangeProposal extends WithReason {
  @OptionalCode() department?: string;
  @IsOptional() @Username() owner?: string;
  @IsOptional() @IsInstant() dueBy?: string;
}
export class RefuseProposal extends WithReason {}
export class CarryOutProposal {
  @Text(longest.reason) text!: string;
}
export class ReopenProposal extends WithReason {}
/** What these callers were told of the outcome, word by word. */
export class TellCallers extends JoinProposal {
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
  @Text(longest.reason) text!: string;
}
export class ExcuseCaller extends RemoveFromProposal {}
