import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { Code, identifier, longest, OptionalCode, OptionalText, Text, ticketReference } from '../bounds.js';
import { IsInstant } from '../instants.js';
import { WithReason } from '../ticket/ticket-commands.js';
import { attemptOutcomes, campaignPurposes } from './campaign-words.js';

/** Of whoever is not reached. There are not more hours in a working day at which one could try. */
export class AttemptRuleBody {
  @IsInt() @Min(1) @Max(6) most!: number;
  @IsInt() @Min(1) @Max(3) aDay!: number;
  @IsInt() @Min(1) @Max(168) hoursApart!: number;
}
/** Body of `POST /campaigns`. The version of the script that is in force then holds to the end. */
export class OpenCampaign {
  @Text(longest.line) title!: string;
  @OptionalText(longest.reason) text?: string;
  @IsIn(campaignPurposes) purpose!: (typeof campaignPurposes)[number];
  @Code() script!: string;
  @IsInstant() from!: string;
  @IsInstant() until!: string;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => AttemptRuleBody) attempts?: AttemptRuleBody;
  /** Of the hours in which one may call. */
  @OptionalCode() calendar?: string;
}
export class ChangeCampaign extends WithReason {
  @IsOptional() @IsInstant() until?: string;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => AttemptRuleBody) attempts?: AttemptRuleBody;
  @OptionalCode() calendar?: string;
}
export class PauseCampaign extends WithReason {}
export class ResumeCampaign extends WithReason {}
export class EndCampaign extends WithReason {}

/** Body of `POST /campaigns/{id}/calls`: customers by id, and the callers of tickets. */
export class ListCalls {
  @IsOptional() @IsArray() @ArrayMaxSize(500) @ArrayUnique() @Matches(identifier, { each: true }) customers?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(500) @ArrayUnique() @Matches(ticketReference, { each: true }) tickets?: string[];
  @OptionalText(longest.reason) note?: string;
}
export class RecordCallAttempt {
  @IsIn(attemptOutcomes) outcome!: (typeof attemptOutcomes)[number];
  @OptionalText(longest.reason) note?: string;
  /** With `reached`: by question; each as its question wants it. */
  @IsOptional() @IsObject() answers?: object;
  /** With `call-later`: when. */
  @IsOptional() @IsInstant() appointment?: string;
  /** "Do not call me again." */
  @IsOptional() @IsBoolean() doNotCall?: boolean;
}
export class GiveBackCall {}
