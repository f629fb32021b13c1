import { ArrayMinSize, IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  Code,
  Codes,
  Lines,
  longest,
  OptionalAttachments,
  OptionalCode,
  OptionalCodes,
  OptionalText,
  Text,
  TicketReference,
  Username,
} from '../bounds.js';
import { IsInstant } from '../instants.js';
import { calmLevels, closureCodes, holdReasons, kinds, levels, replyChannels } from './wire-words.js';

/** Bodies of `POST /tickets/{id}/{command}`; the bounds are part of the contract. */
export class Answer {
  @Text() text!: string;
  @OptionalCodes() articles?: string[];
}
export class Reclassify {
  @IsOptional() @IsIn(levels) level?: (typeof levels)[number];
  @IsOptional() @IsIn(kinds) kind?: (typeof kinds)[number];
  @OptionalCode() item?: string;
  @Text(longest.reason) reason!: string;
}
export class Refuse {
  @Text(longest.reason) reason!: string;
  @Text() text!: string;
}
export class WithReason {
  @Text(longest.reason) reason!: string;
}
export class Withdraw extends WithReason {}
export class RejectResult extends WithReason {}
export class Reopen extends WithReason {}
export class LinkDuplicate {
  /** Id or number of the ticket that it is a duplicate of. */
  @TicketReference() of!: string;
}
export class UnlinkDuplicate extends WithReason {}
export class AttachToEvent {
  /** Id or number of a ticket that was registered with `parent: true`. */
  @TicketReference() event!: string;
}
export class DetachFromEvent extends WithReason {}
export class ReplyToAll {
  @Text() text!: string;
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
}
export class EscalateUrgent extends WithReason {}
export class DowngradeUrgent extends WithReason {
  /** The level from which it was raised unless given; `important` for what was registered as urgent. */
  @IsOptional() @IsIn(calmLevels) level?: (typeof calmLevels)[number];
}
export class AddMessage {
  @IsIn(['caller', 'staff']) from!: 'caller' | 'staff';
  @IsOptional() @IsIn(replyChannels) channel?: (typeof replyChannels)[number];
  @Text() text!: string;
  @OptionalAttachments() attachments?: string[];
}
export class Route {
  @Code() lead!: string;
  @OptionalCodes() coHandling?: string[];
  @OptionalText(longest.reason) note?: string;
  @OptionalText() noticeToCaller?: string;
}
export class Designate extends WithReason {
  @Code() lead!: string;
}
export class TransferSite extends WithReason {
  @Code() site!: string;
}
export class OfDepartment {
  @OptionalCode() department?: string;
}
export class OfDepartmentWithReason extends OfDepartment {
  @Text(longest.reason) reason!: string;
}
export class OfDepartmentWithText extends OfDepartment {
  @Text() text!: string;
}
export class RequestReturn extends OfDepartmentWithReason {
  @OptionalAttachments() attachments?: string[];
}
export class GrantReturn extends OfDepartment {}
export class RefuseReturn extends OfDepartmentWithReason {}
export class ReleaseDepartment extends OfDepartmentWithReason {}
export class RequestReveal extends OfDepartmentWithReason {}
export class GrantReveal extends OfDepartment {}
export class Accept extends OfDepartment {}
export class AssignHandler extends OfDepartment {
  /** Id or username of an account. */
  @Username() handler!: string;
}
export class RecordProgress extends OfDepartmentWithText {
  @IsOptional() @IsBoolean() toldCaller?: boolean;
  @OptionalAttachments() attachments?: string[];
}
export class Report extends OfDepartmentWithText {
  @OptionalAttachments() attachments?: string[];
}
export class SubmitResult extends OfDepartment {
  @Text() result!: string;
  @Text() reply!: string;
  @IsBoolean() publishable!: boolean;
  @OptionalText(longest.reason) confidentialReason?: string;
}
export class ApproveResult extends OfDepartment {}
export class SendBackResult extends OfDepartmentWithReason {}
export class Hold extends OfDepartment {
  @IsIn(holdReasons) reason!: (typeof holdReasons)[number];
  @Text(longest.reason) note!: string;
}
export class Resume extends OfDepartment {}
export class RequestInformation extends OfDepartment {
  @Text(longest.reason) question!: string;
}
export class ReceiveInformation {
  @Text() text!: string;
}
export class RequestExtension extends OfDepartmentWithReason {
  @IsInstant() by!: string;
}
export class EndorseExtension extends OfDepartment {}
export class GrantExtension extends OfDepartment {
  @IsOptional() @IsInstant() by?: string;
}
export class RefuseExtension extends OfDepartmentWithReason {}
export class AcceptResult {}
export class Rework extends OfDepartmentWithReason {}
export class Reply {
  @OptionalText() text?: string;
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
  @OptionalText(longest.line) verifiedBy?: string;
}
export class RecordContactAttempt {
  @IsIn(['reply', 'survey']) purpose!: 'reply' | 'survey';
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
  /** `reached`, `message-left`, or why not: `no-answer`, `busy`, `switched-off`, `wrong-number`, … */
  @Code() outcome!: string;
  @OptionalText(longest.reason) note?: string;
}
export class SurveyCaller {
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
}
export class RecordSurvey {
  @IsInt() @Min(1) @Max(5) outcome!: number;
  @IsInt() @Min(1) @Max(5) service!: number;
  @IsInt() @Min(1) @Max(5) timeliness!: number;
  @OptionalText(longest.reason) comment?: string;
}
export class Publish {
  @Text(longest.line) title!: string;
  @Text() text!: string;
}
export class WithdrawPublication extends WithReason {}
export class Urge extends OfDepartmentWithText {}
export class AcknowledgeUrge extends OfDepartment {}
export class Guide extends OfDepartmentWithText {}
export class Inspect extends OfDepartment {
  @Text() findings!: string;
}
export class Supervise extends OfDepartment {
  @Text() instruction!: string;
  @IsInstant() reportBy!: string;
}
export class ReportBack extends OfDepartmentWithText {}
export class ReportOverdue extends OfDepartmentWithReason {}
export class ExplainDelay {
  @Text() text!: string;
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
}
export class RecordMeasure {
  @Text() text!: string;
}
export class AcknowledgeUrgent {}
export class RecordDecision {
  @Text() text!: string;
  @IsOptional() @Lines(50) participants?: string[];
}
export class HandDownDecision {
  @Codes() @ArrayMinSize(1) departments!: string[];
  @Text() text!: string;
}
export class ExplainDecision {
  @Text() text!: string;
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
}
export class CommitInPrinciple extends OfDepartmentWithText {
  /** What the commitment rests on. */
  @Text(longest.line) rule!: string;
  @IsInstant() followUpOn!: string;
}
export class FollowUp {
  @Text() text!: string;
}
export class Close {
  @IsIn(closureCodes) code!: (typeof closureCodes)[number];
}
