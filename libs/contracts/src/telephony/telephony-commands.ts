import { ArrayMinSize, IsIn, IsOptional } from 'class-validator';
import { longest, OptionalCode, OptionalText, Text, TicketReference, Username } from '../bounds.js';
import { IsInstant } from '../instants.js';
import { ListOf } from '../nested-list.js';

export const callStates = ['queued', 'answered', 'held', 'retrieved', 'abandoned', 'ended', 'wrapped-up'] as const;
export const agentStates = ['ready', 'break', 'after-call-work', 'off'] as const;

/** A state of a call, as the telephone system has it. */
export class TellCallState {
  /** The telephone system's own, unique within the call: what is told twice under it is one state. */
  @Text(longest.line) id!: string;
  @IsIn(callStates) state!: (typeof callStates)[number];
  /** When it began, by the telephone system's clock. */
  @IsInstant() at!: string;
  /** Of `queued`. */
  @OptionalCode() queue?: string;
  /** Of `answered`: username. */
  @IsOptional() @Username() agent?: string;
}

/** Body of `POST /call-states`: what the telephone system tells of one call, in any order, as late as it has to be. */
export class TellCallStates {
  @Text(longest.line) callId!: string;
  @ArrayMinSize(1) @ListOf(TellCallState, 50) states!: TellCallState[];
}

/** Body of `POST /agent-states`: what an agent does from now on, or did from a moment on. */
export class TellAgentState {
  @IsIn(agentStates) state!: (typeof agentStates)[number];
  /** Of a break: a code of the telephone rule. */
  @OptionalCode() reason?: string;
  /** Now, unless given. */
  @IsOptional() @IsInstant() at?: string;
  /** Whoever tells it, unless given: username. */
  @IsOptional() @Username() agent?: string;
  /** The telephone system's own: what is told twice under it is one state. */
  @OptionalText(longest.line) stateId?: string;
}

/** Body of `POST /calls/{id}/offer-transfer`: to whom a live call is to be handed over, and which record opens there first. */
export class OfferTransfer {
  /** Id or username of an account. */
  @Username() to!: string;
  /** Id or number; the call's own unless given. */
  @IsOptional() @TicketReference() ticket?: string;
}

/** Body of the other steps of `POST /calls/{id}/{step}`. */
export class AnswerTransfer {}
