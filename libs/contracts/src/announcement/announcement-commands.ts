import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { longest, OptionalAttachments, OptionalCodes, OptionalText, Text, username } from '../bounds.js';
import { IsInstant } from '../instants.js';
import { roleNames } from '../administration.js';
import { WithReason } from '../ticket/ticket-commands.js';

/** Body of `POST /announcements`. To whom: whoever is meant by one of `everybody`, `sites`, `departments`, `roles` and `accounts`. */
export class PublishAnnouncement {
  @Text(longest.line) title!: string;
  @Text() text!: string;
  @IsOptional() @IsBoolean() everybody?: boolean;
  @OptionalCodes(50) sites?: string[];
  @OptionalCodes(100) departments?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsIn(roleNames, { each: true }) roles?: string[];
  /** Ids or usernames. */
  @IsOptional() @IsArray() @ArrayMaxSize(500) @ArrayUnique() @Matches(username, { each: true }) accounts?: string[];
  /** From now on unless given. */
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() until?: string;
  /** Everybody addressed has to say that they have read it. */
  @IsOptional() @IsBoolean() mustConfirm?: boolean;
  /** Whoever has not is reminded so often; every 2 days unless given. */
  @IsOptional() @IsInt() @Min(1) @Max(30) remindEveryDays?: number;
  @OptionalAttachments() attachments?: string[];
}
/** What is not given stays as it is. Everybody is asked anew for a receipt. */
export class CorrectAnnouncement extends WithReason {
  @OptionalText(longest.line) title?: string;
  @OptionalText() text?: string;
  @OptionalAttachments() attachments?: string[];
}
export class WithdrawAnnouncement extends WithReason {}
export class ConfirmAnnouncement {
  /** The edition that was read. */
  @IsInt() @Min(1) @Max(10_000) edition!: number;
}
