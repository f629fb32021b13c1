import { IsIn, IsOptional, IsString, Matches } from 'class-validator';

/** Codes, because a free text could name the person; a spec compares them with the domain's. */
export const erasureGroundNames = ['person-request', 'consent-withdrawn', 'retention-over', 'unlawful', 'court-order'] as const;
export const holdGroundNames = ['litigation', 'investigation', 'audit', 'statutory-retention'] as const;

const ticket = /^[0-9A-Za-z-]{1,64}$/;
const reference = /^[0-9A-Za-z/.-]{1,40}$/;

/** Erases the person of a ticket, given by its id or number. */
export class OrderErasure {
  @IsString() @Matches(ticket) ticket!: string;
  @IsIn(erasureGroundNames) ground!: string;
  @IsOptional() @IsString() @Matches(reference) reference?: string;
}

/** Places or releases a legal hold on the data of the person of a ticket. */
export class LegalHold {
  @IsString() @Matches(ticket) ticket!: string;
  @IsIn(holdGroundNames) ground!: string;
  @IsOptional() @IsString() @Matches(reference) reference?: string;
}
