import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import {
  Code,
  longest,
  OptionalCodes,
  OptionalText,
  Text,
  ticketReference,
  TicketReference,
  Username,
  username,
} from '../bounds.js';
import { ListOf } from '../nested-list.js';
import { WithReason } from '../ticket/ticket-commands.js';

/** A week as `2026-W10`, a month as `2026-03`. */
export const samplePeriod = /^\d{4}-(W\d{2}|\d{2})$/;

/** Body of `POST /samples`: what the rule asks for of a period that is over. */
export class DrawSample {
  @Code() rule!: string;
  @Matches(samplePeriod) period!: string;
}

/** What is given for one criterion; a note where it is less than there is. */
export class MarkBody {
  @Code() criterion!: string;
  @IsInt() @Min(0) @Max(100) points!: number;
  @OptionalText(longest.reason) note?: string;
}
/** A score sheet filled in: a mark for each criterion, fatal errors that were made, and what there is to say. */
export class ScoreInspection {
  @ListOf(MarkBody, 600) marks!: MarkBody[];
  @OptionalCodes(30) fatal?: string[];
  @OptionalText(longest.reason) remark?: string;
}
export class AppealInspection extends WithReason {}
export class DismissAppeal extends WithReason {}
/** Another score, whole, in place of the one that was appealed against. */
export class GrantAppeal extends WithReason {
  @ListOf(MarkBody, 600) marks!: MarkBody[];
  @OptionalCodes(30) fatal?: string[];
  @OptionalText(longest.reason) remark?: string;
}
export class AssignInspection extends WithReason {
  @Username() inspector!: string;
}
export class ExcuseInspection extends WithReason {}

/** Body of `POST /calibrations`: the same tickets, scored by several inspectors who do not know what the others give. */
export class OpenCalibration {
  @Text(longest.line) title!: string;
  /** Code of a score sheet; its version in force now. */
  @Code() sheet!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ArrayUnique() @Matches(ticketReference, { each: true }) tickets!: string[];
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ArrayUnique() @Matches(username, { each: true }) inspectors!: string[];
}
export class ScoreCalibration extends ScoreInspection {
  @TicketReference() ticket!: string;
}
/** Before everybody has scored everything, with a reason. */
export class CloseCalibration {
  @IsOptional() @Text(longest.reason) reason?: string;
}
