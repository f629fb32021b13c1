import { IsString, MaxLength, MinLength } from 'class-validator';

/** Body of `POST /public/session`: as the caller wrote them down. */
export class PortalSession {
  @IsString() @MinLength(1) @MaxLength(40) number!: string;
  @IsString() @MinLength(1) @MaxLength(64) secret!: string;
}
