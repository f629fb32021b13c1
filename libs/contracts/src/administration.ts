import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ArrayMaxSize,
  ArrayUnique,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { Code, Codes, longest, OptionalCode, OptionalCodes, OptionalText, Text } from './bounds.js';
import { IsInstant } from './instants.js';
import { NullTakesAway } from './null-takes-away.js';

/** Wire names of requirements.md, "People"; a spec compares them with the domain's. */
export const roleNames = [
  'agent', 'team-leader', 'coordinator', 'inspector', 'editor', 'handler', 'manager', 'leader',
  'chairman', 'auditor', 'administrator', 'personnel', 'office',
] as const; // prettier-ignore

/** What an API token can be narrowed to, and `personal`, which adds; a spec compares them with the domain's. */
export const scopeNames = [
  'personal', 'read', 'feed', 'write', 'intake', 'routing', 'department', 'notification', 'outreach', 'administration',
] as const; // prettier-ignore

/** One of them, or `site:` and the code of a site, whose link to its hub the token is. */
const scopePattern = new RegExp(`^(?:${scopeNames.join('|')}|site:[a-z][a-z0-9-]{0,29})$`);

export class SignIn {
  @IsString() @MinLength(1) @MaxLength(longest.line) username!: string;
  @IsString() @MinLength(1) @MaxLength(1_000) password!: string;
  /** Where the account has a second factor. */
  @IsOptional() @IsString() @Matches(/^[0-9A-Za-z -]{6,40}$/) code?: string;
}
/** The own password, before anything that guards the account changes. */
export class WithPassword {
  @IsString() @MinLength(1) @MaxLength(1_000) password!: string;
}
/** A one-time code (six digits) or a recovery code. */
export class WithCode {
  @IsString() @Matches(/^[0-9A-Za-z -]{6,40}$/) code!: string;
}
export class RemoveSecondFactor extends WithPassword {
  @IsOptional() @IsString() @Matches(/^[0-9A-Za-z -]{6,40}$/) code?: string;
}
export class CreateDepartment {
  @Code() code!: string;
  @Text(longest.line) name!: string;
  @OptionalCode() site?: string;
  @OptionalCode() manager?: string;
  @IsOptional() @IsBoolean() external?: boolean;
}
export class CreateUser {
  @IsString() @Matches(/^[a-z][a-z0-9._-]{0,39}$/) username!: string;
  @IsString() @MinLength(8) @MaxLength(1_000) password!: string;
  @Text(longest.line) name!: string;
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsIn(roleNames, { each: true }) roles!: string[];
  @Codes(50) departments!: string[];
}
/** Only what is given is changed; why stands on record. */
export class ChangeDepartment {
  @OptionalText(longest.line) name?: string;
  @OptionalCode() site?: string;
  /** `null`: none any more. */
  @NullTakesAway() @OptionalCode() manager?: string | null;
  @IsOptional() @IsBoolean() external?: boolean;
  @Text(longest.reason) reason!: string;
}
export class ChangeUser {
  @OptionalText(longest.line) name?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsIn(roleNames, { each: true }) roles?: string[];
  @OptionalCodes(50) departments?: string[];
  @Text(longest.reason) reason!: string;
}
export class ResetPassword {
  @IsString() @MinLength(8) @MaxLength(1_000) password!: string;
}
export class ChangeOwnPassword extends ResetPassword {
  /** The one that is to be replaced. */
  @IsString() @MinLength(1) @MaxLength(1_000) current!: string;
}
export class IssueToken {
  @Text(longest.line) name!: string;
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsIn(roleNames, { each: true }) roles!: string[];
  @OptionalCodes(50) departments?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @Matches(scopePattern, { each: true }) scopes?: string[];
  @IsOptional() @IsInstant() expiresAt?: string;
}
export class RoutingFactsBody {
  @OptionalCode() kind?: string;
  @OptionalCode() item?: string;
  @OptionalCode() level?: string;
  @OptionalCode() site?: string;
  @OptionalCode() district?: string;
  @OptionalCode() product?: string;
}
/** A version of the routing table (`code.draft`), or the one in force, to try with facts of a ticket. */
export class TryRoute {
  @IsObject() @ValidateNested() @Type(() => RoutingFactsBody) facts!: RoutingFactsBody;
  /** The department that the ticket is about. */
  @OptionalCode() about?: string;
  @IsOptional() @IsString() @Matches(/^[a-z][a-z0-9-]{0,39}\.[1-9]\d{0,5}$/) version?: string;
}
export class OptionallyReasoned {
  @OptionalText(longest.reason) reason?: string;
}
/** A page of a preview: open tickets to look at, from a cursor on. */
export class PreviewDocument {
  @IsOptional() @IsInt() @Min(1) @Max(200) limit?: number;
  @IsOptional() @IsString() @Matches(/^[A-Za-z0-9_-]{1,1000}$/) cursor?: string;
}
export class SignUndertaking {
  /** Of the text that was read. */
  @Text(40) edition!: string;
}
export class Nothing {}
export class SetUp {
  @IsString() @MaxLength(64) key!: string;
  @IsString() @MinLength(8) @MaxLength(1_000) password!: string;
}
export const doings = ['looking', 'writing', 'away'] as const;
/** Body of `PUT /tickets/{id}/presence`. */
export class TellPresence {
  @IsIn(doings) doing!: (typeof doings)[number];
}
