import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { applyDecorators } from '../apply-decorators.js';
import { Code, Lines, longest, OptionalCode, OptionalText, Text, username } from '../bounds.js';
import { IsLocalDate, OptionalDay } from '../instants.js';
import { WithReason } from '../ticket/ticket-commands.js';

const Day = IsLocalDate;
/** Money in fen, so that nothing is rounded on its way. */
const Fen = (): PropertyDecorator => applyDecorators(IsInt(), Min(1), Max(1_000_000_000));
const OptionalFen = (): PropertyDecorator => applyDecorators(IsOptional(), Fen());
/** A request by its number within the probation. */
const RequestNumber = (): PropertyDecorator => applyDecorators(IsInt(), Min(1), Max(10_000));

/** Wire names; a spec compares them with the domain's. */
export const contractTermNames = ['fixed', 'open-ended', 'task'] as const;

/** Body of `POST /probations`. */
export class BeginProbation {
  @Text(longest.line) name!: string;
  /**
   * Identity card or passport number: it tells whether they had their one probation here before, and is not kept. Letters and digits, as printed.
   */
  @IsString() @Matches(/^[0-9A-Za-z]{5,30}$/) identityNumber!: string;
  @OptionalText(longest.line) employeeNumber?: string;
  /** Id or username of their account, where they have one. */
  @IsOptional() @IsString() @Matches(username) account?: string;
  @Code() department!: string;
  @Code() post!: string;
  @Day() reportsOn!: string;
  @IsIn(contractTermNames) contractTerm!: (typeof contractTermNames)[number];
  /** The contract's first day; the day of reporting unless given. */
  @OptionalDay() contractStartsOn?: string;
  /** The last day of a fixed term. */
  @OptionalDay() contractEndsOn?: string;
  /** As many as the rule says, and the law allows, unless fewer are agreed. */
  @IsOptional() @IsInt() @Min(1) @Max(6) months?: number;
  /** Fen a month, as a regular employee of the post. */
  @Fen() regularWage!: number;
  /** Fen a month on probation; by the rule unless given. */
  @OptionalFen() probationWage?: number;
  /** Calendar whose days without shifts are their days off; the rule's unless given. */
  @OptionalCode() roster?: string;
  /** Code of the probation rule. */
  @OptionalCode() rule?: string;
}
export class AnnulProbation extends WithReason {}
export class TellEmploymentConditions {
  @ArrayMinSize(1) @Lines(50) conditions!: string[];
  /** When the employee was told of them. */
  @Day() toldOn!: string;
}
export class RequestEarlyConfirmation extends WithReason {
  /** Regular from this day. */
  @Day() on!: string;
}
export class RequestProbationExtension extends WithReason {
  @Day() lastDay!: string;
  /** When the employee agreed to it. */
  @Day() agreedOn!: string;
}
export class RequestProbationEnding extends WithReason {
  /** Numbers of the conditions of employment that were not met. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @IsInt({ each: true }) @Min(1, { each: true }) @Max(50, { each: true })
  unmet!: number[];
  /** For each of them, in their order: how that is known. */
  @ArrayMinSize(1) @Lines(50) proofs!: string[];
  @OptionalDay() unionToldOn?: string;
} // prettier-ignore
export class ApproveProbationRequest {
  @RequestNumber() request!: number;
}
export class RefuseProbationRequest extends WithReason {
  @RequestNumber() request!: number;
}
export class WithdrawProbationRequest extends WithReason {
  @RequestNumber() request!: number;
}
export class EndByEmployer {
  /** When the employee was told, and why. */
  @Day() toldOn!: string;
  /** The last day of work; the day on which they were told unless given. */
  @OptionalDay() endsOn?: string;
}
export class EndByEmployee {
  /** When they gave notice. */
  @Day() toldOn!: string;
  /** Their last day of work; as soon as the notice allows unless given. */
  @OptionalDay() endsOn?: string;
  @OptionalText(longest.reason) reason?: string;
}
/** Another wage, with another post where it comes of one. */
export class ChangeProbationPay extends WithReason {
  /** The first working day of it. */
  @Day() from!: string;
  @OptionalCode() post?: string;
  @Fen() regularWage!: number;
  @OptionalFen() probationWage?: number;
}
export class SetFestivalBonus {
  @Text(longest.line) festival!: string;
  /** When it is paid. */
  @Day() on!: string;
  /** Fen that a regular employee gets. */
  @Fen() regular!: number;
}

export const leaveKindNames = ['personal', 'sick', 'bereavement', 'marriage', 'home'] as const;

/** Working days between two dates, both with them; half of a day where it is one. */
export class RequestMoreLeave extends WithReason {
  @Day() from!: string;
  @Day() to!: string;
  @IsOptional() @IsBoolean() half?: boolean;
}
export class GrantLeave extends RequestMoreLeave {
  @IsIn(leaveKindNames) kind!: (typeof leaveKindNames)[number];
  /** What was shown for it: of sick leave always. */
  @OptionalText(longest.reason) proof?: string;
}
export class WithdrawLeave extends WithReason {
  @RequestNumber() leave!: number;
}

export const keptNames = ['copy', 'original', 'nothing'] as const;

/** A paper was shown; what of it was kept. */
export class RecordEntryDocument {
  @Code() document!: string;
  @IsIn(keptNames) kept!: (typeof keptNames)[number];
  @IsOptional() @IsInt() @Min(1) @Max(20) count?: number;
  /** Of a medical report: the hospital, of county level or higher. */
  @OptionalText(longest.line) hospital?: string;
}
export class CompleteFormality {
  @Code() formality!: string;
}
export class WaiveFormality extends WithReason {
  @Code() formality!: string;
}
export class SetObjectives {
  @ArrayMinSize(1) @Lines(50) objectives!: string[];
}
export class NameMentor {
  /** Id or username. */
  @IsString() @Matches(username) mentor!: string;
}

export const reviewResultNames = ['meets', 'partly', 'does-not-meet'] as const;

export class RecordProbationReview {
  @Day() on!: string;
  @IsIn(reviewResultNames) result!: (typeof reviewResultNames)[number];
  @Text(longest.reason) text!: string;
}
