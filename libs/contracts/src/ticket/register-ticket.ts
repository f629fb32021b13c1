import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsLatitude,
  IsLongitude,
  IsNumber,
  IsObject,
  IsOptional,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Code, longest, OptionalAttachments, OptionalCode, OptionalText, Text } from '../bounds.js';
import { IsInstant } from '../instants.js';
import { kinds, levels, ticketChannels } from './wire-words.js';

export class CallerBody {
  @OptionalText(longest.line) name?: string;
  @OptionalText(40) phone?: string;
  @IsOptional() @IsEmail() @MaxLength(254) email?: string;
  /** The customer's account with the company. */
  @OptionalText(100) account?: string;
  @IsOptional() @IsBoolean() anonymous?: boolean;
}
export class LocationBody {
  @OptionalText(500) address?: string;
  @IsOptional() @IsNumber() @IsLatitude() latitude?: number;
  @IsOptional() @IsNumber() @IsLongitude() longitude?: number;
  @OptionalCode() district?: string;
}
export class AboutBody {
  @OptionalCode() department?: string;
  @OptionalText(longest.line) person?: string;
}

/** Body of `POST /tickets`. */
export class RegisterTicket {
  @IsIn(ticketChannels) channel!: (typeof ticketChannels)[number];
  @IsIn(kinds) kind!: (typeof kinds)[number];
  @IsIn(levels) level!: (typeof levels)[number];
  @Code() item!: string;
  @Text(longest.line) subject!: string;
  @Text() description!: string;
  @IsObject() @ValidateNested() @Type(() => CallerBody) caller!: CallerBody;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => LocationBody) location?: LocationBody;
  @IsOptional() @IsBoolean() confidential?: boolean;
  @IsOptional() @IsBoolean() parent?: boolean;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => AboutBody) about?: AboutBody;
  @OptionalAttachments() attachments?: string[];
  @IsOptional() @IsInstant() occurredAt?: string;
  @OptionalText(longest.line) callId?: string;
  @OptionalText(longest.line) externalId?: string;
  @OptionalCode() product?: string;
  /** Where it is at home, and by whose calendar it is judged; the site that registers it unless given. */
  @OptionalCode() site?: string;
}
