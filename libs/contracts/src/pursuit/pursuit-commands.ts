import { IsBoolean, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { Code, Identifier, longest, OptionalCode, OptionalText, Text, TicketReference, Username } from '../bounds.js';
import { RegisterCustomer } from '../customer/customer-commands.js';
import { IsInstant } from '../instants.js';
import { WithReason } from '../ticket/ticket-commands.js';
import { replyChannels } from '../ticket/wire-words.js';
import { lossReasons, pursuitStages } from './pursuit-words.js';

export class NextStep {
  @Text(longest.line) step!: string;
  @IsInstant() dueBy!: string;
}
/** Body of `POST /leads` and `POST /at-risk-customers`. The customer: by id, by what they are recognised by, or the caller of the ticket or call. */
export class OpenPursuit {
  @Text(longest.line) title!: string;
  @OptionalText(longest.reason) text?: string;
  @IsOptional() @Identifier() customer?: string;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => RegisterCustomer) contact?: RegisterCustomer;
  @IsOptional() @TicketReference() ticket?: string;
  /** A campaign's call. */
  @IsOptional() @Identifier() call?: string;
  /** Whoever opens it, unless another is named. */
  @IsOptional() @Username() owner?: string;
  @OptionalCode() department?: string;
  @OptionalText(longest.line) product?: string;
  @IsOptional() @IsIn(lossReasons) why?: (typeof lossReasons)[number];
  @IsOptional() @IsObject() @ValidateNested() @Type(() => NextStep) next?: NextStep;
}
export class HandOverPursuit extends WithReason {
  @Username() owner!: string;
  @Code() department!: string;
}
export class MovePursuit {
  @IsIn(pursuitStages) stage!: (typeof pursuitStages)[number];
}
export class PlanNextStep extends NextStep {}
/** A follow-up call (回访), and what comes next. */
export class RevisitCustomer {
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
  @IsBoolean() reached!: boolean;
  @Text(longest.reason) text!: string;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => NextStep) next?: NextStep;
}
export class ConcludePursuit {
  @IsIn(pursuitStages) as!: (typeof pursuitStages)[number];
  /** Of what was lost. */
  @IsOptional() @IsIn(lossReasons) why?: (typeof lossReasons)[number];
  @Text(longest.reason) text!: string;
}
export class ReopenPursuit extends WithReason {}
