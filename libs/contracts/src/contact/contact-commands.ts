import { IsIn, IsOptional } from 'class-validator';
import { Code, longest, OptionalCode, OptionalText, Text, TicketReference, Username } from '../bounds.js';
import { IsInstant } from '../instants.js';
import { replyChannels } from '../ticket/wire-words.js';
import { callDirections, callOutcomes } from './contact-words.js';

/** Body of `POST /contacts`: a call or message as the telephone system or an agent tells of it. */
export class RecordContact {
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
  @IsIn(callDirections) direction!: (typeof callDirections)[number];
  /** Number or address, written in any way. */
  @Text(longest.line) from!: string;
  @OptionalText(longest.line) to?: string;
  @OptionalText(longest.line) callId?: string;
  @IsInstant() at!: string;
  @IsIn(callOutcomes) outcome!: (typeof callOutcomes)[number];
  /** Link to the recording. */
  @OptionalText(1_000) recording?: string;
  /** How it went through the telephone system, where that tells it afterwards and not as it happens (`POST /call-states`). */
  @OptionalCode() queue?: string;
  @IsOptional() @IsInstant() queuedAt?: string;
  @IsOptional() @IsInstant() answeredAt?: string;
  @IsOptional() @IsInstant() abandonedAt?: string;
  @IsOptional() @IsInstant() endedAt?: string;
  /** End of the after-call work. */
  @IsOptional() @IsInstant() wrappedUpAt?: string;
  /** Username of whoever answered. */
  @IsOptional() @Username() agent?: string;
}
/** Bodies of `POST /contacts/{id}/{command}`. */
export class RecordReturnCallAttempt {
  @IsIn(replyChannels) channel!: (typeof replyChannels)[number];
  @Code() outcome!: string;
  @OptionalText(longest.reason) note?: string;
}
export class ReturnCall {
  /** `phone` unless given. */
  @IsOptional() @IsIn(replyChannels) channel?: (typeof replyChannels)[number];
  @OptionalText(longest.reason) note?: string;
}
export class AttachContact {
  /** Id or number. */
  @TicketReference() ticket!: string;
}
export class PlayRecording {
  @Text(longest.reason) reason!: string;
}
