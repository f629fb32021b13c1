import { IsString, Matches } from 'class-validator';
import { Code, longest, Text } from './bounds.js';

/** A site with hosts of its own joins its hub; `sealTo`: its public key (X25519, base64url), to which the hub seals keys. */
export class JoinHub {
  @Code() site!: string;
  @IsString() @Matches(/^[A-Za-z0-9_-]{43}$/) sealTo!: string;
}
export class OpenSite {
  @Code() code!: string;
  @Text(longest.line) name!: string;
}
export class RenameSite {
  @Text(longest.line) name!: string;
  @Text(longest.reason) reason!: string;
}
