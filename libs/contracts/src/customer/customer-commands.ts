import { IsEmail, IsOptional, MaxLength } from 'class-validator';
import { Identifier, longest, OptionalText, Text } from '../bounds.js';
import { IsInstant } from '../instants.js';

/** Body of `POST /customers`: somebody who did not call yet. One of phone, email and account at least. */
export class RegisterCustomer {
  @OptionalText(longest.line) name?: string;
  @OptionalText(40) phone?: string;
  @IsOptional() @IsEmail() @MaxLength(254) email?: string;
  @OptionalText(100) account?: string;
}
/** Body of `POST /customers/{id}/restrictions`: a coordinator's restricts, an agent's proposes. */
export class RestrictCustomer {
  @IsInstant() until!: string;
  @Text(longest.reason) reason!: string;
}
export class LiftRestriction {
  @Text(longest.reason) reason!: string;
}
/** Body of `POST /customers/{id}/merge`: `into` is the one who is seen from then on. */
export class MergeCustomer {
  @Identifier() into!: string;
  @Text(longest.reason) reason!: string;
}
export class UnmergeCustomer {
  @Text(longest.reason) reason!: string;
}
/** Body of `POST /customers/{id}/dismiss-likeness`: however alike, `other` is somebody else. */
export class DismissLikeness {
  @Identifier() other!: string;
  @Text(longest.reason) reason!: string;
}
