import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { roleNames } from './administration.js';
import { applyDecorators } from './apply-decorators.js';
import { Codes, longest, OptionalCodes, OptionalText, Text } from './bounds.js';

/** Without name and password in it, which would stand in the log, and without a fragment, which no server gets. */
const address = /^https?:\/\/[^\s/@?#]+(\/[^\s#]*)?(\?[^\s#]*)?$/;
const eventType = /^ledgerline(\.[a-z][a-z0-9-]{0,60}){1,3}\.v[1-9]\d{0,2}$/;
const position = /^[a-z0-9_.~-]{1,500}$/;

const Address = () => applyDecorators(IsString(), MaxLength(2_000), Matches(address));
const Types = () =>
  applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(100), ArrayUnique(), Matches(eventType, { each: true }));
const Roles = () => applyDecorators(IsArray(), ArrayMaxSize(20), ArrayUnique(), IsIn(roleNames, { each: true }));
const Scopes = () => applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(5), ArrayUnique(), IsIn(['personal'], { each: true }));
const Pause = () => applyDecorators(IsOptional(), IsString(), Matches(/^PT\d{1,4}(\.\d{1,3})?S$/));
const Patience = () => applyDecorators(IsOptional(), IsString(), Matches(/^(P\d{1,2}D|PT\d{1,3}H|PT\d{1,4}(\.\d{1,3})?S)$/));
const Attempts = () => applyDecorators(IsOptional(), IsInt(), Min(1), Max(20));

/** `types`: public event types, all unless given. `after`: a position of the log to begin at; else from now on. */
export class CreateWebhook {
  @Text(longest.line) name!: string;
  @Address() url!: string;
  @Types() types?: string[];
  @Roles() roles!: string[];
  @OptionalCodes(50) departments?: string[];
  @Scopes() scopes?: string[];
  @Attempts() attempts?: number;
  @Pause() firstPause?: string;
  @Patience() giveUpAfter?: string;
  @IsOptional() @IsString() @Matches(position) after?: string;
}
export class ChangeWebhook {
  @OptionalText(longest.line) name?: string;
  @IsOptional() @Address() url?: string;
  @Types() types?: string[];
  @IsOptional() @Roles() roles?: string[];
  @IsOptional() @Codes(50) departments?: string[];
  @Scopes() scopes?: string[];
  @Attempts() attempts?: number;
  @Pause() firstPause?: string;
  @Patience() giveUpAfter?: string;
  @Text(longest.reason) reason!: string;
}
/** For how many hours the secret before signs too; 24 unless given. */
export class RotateSecret {
  @IsOptional() @IsInt() @Min(0) @Max(720) bothForHours?: number;
}
/** Ids of dead letters; all unless given. */
export class Redeliver {
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ArrayUnique() @Matches(/^[a-z0-9./~-]{1,300}$/, { each: true }) events?: string[];
}
