import { Identifier } from './bounds.js';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';

/** Codes, because a free text could name the person; a spec compares them with the domain's. */
export const erasureGroundNames = ['person-request', 'consent-withdrawn', 'retention-over', 'unlawful', 'court-order'] as const;
export const holdGroundNames = ['litigation', 'investigation', 'audit', 'statutory-retention'] as const;
export const erasureRefusalNames = ['wrong-person', 'identity-not-shown', 'no-ground', 'has-to-be-kept', 'withdrawn'] as const;

const ticket = /^[0-9A-Za-z-]{1,64}$/;
const reference = /^[0-9A-Za-z/.-]{1,40}$/;

/** Erases a customer, given by their id, or the person of a ticket, given by its id or number: one of the two. */
export class OrderErasure {
  @IsOptional() @IsString() @Matches(ticket) ticket?: string;
  @IsOptional() @Identifier() customer?: string;
  @IsIn(erasureGroundNames) ground!: string;
  @IsOptional() @IsString() @Matches(reference) reference?: string;
}

/** Confirms an erasure that somebody else has asked for: of a customer, or of the person of a ticket. */
export class ConfirmErasure {
  @IsOptional() @IsString() @Matches(ticket) ticket?: string;
  @IsOptional() @Identifier() customer?: string;
}

/** Refuses it, or withdraws one's own request. */
export class RefuseErasure extends ConfirmErasure {
  @IsIn(erasureRefusalNames) reason!: string;
  @IsOptional() @IsString() @Matches(reference) reference?: string;
}

/** Places or releases a legal hold on the data of a customer, or of the person of a ticket: one of the two. */
export class LegalHold {
  @IsOptional() @IsString() @Matches(ticket) ticket?: string;
  @IsOptional() @Identifier() customer?: string;
  @IsIn(holdGroundNames) ground!: string;
  @IsOptional() @IsString() @Matches(reference) reference?: string;
}
