import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { longest, Text } from './bounds.js';

/** Who somebody is at the provider where they sign in. */
export class LinkIdentity {
  /** `sub`: at most 255 ASCII characters (OpenID Connect Core, 2). */
  @IsString() @Matches(/^[\x20-\x7e]{1,255}$/) @Matches(/\S/) subject!: string;
  /** The provider that is configured, unless given. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(longest.line) @Matches(/^https?:\/\/[\x21-\x7e]+$/) issuer?: string;
  @Text(longest.reason) reason!: string;
}
