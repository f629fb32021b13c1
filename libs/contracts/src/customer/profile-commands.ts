import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { longest, OptionalText, Text } from '../bounds.js';
import { IsInstant } from '../instants.js';
import { NullTakesAway } from '../null-takes-away.js';
import { replyChannels } from '../ticket/wire-words.js';

/** As in `libs/domain/src/customer-profile`, which says what each is; a spec of the gateway holds them the same. */
export const profileEntryNames = ['phone', 'email', 'address', 'product', 'concern', 'suggestion', 'note'] as const;
export const consentPurposeNames = ['survey', 'marketing'] as const;
export const consentMeansNames = ['phone', 'email', 'sms'] as const;
export const consentWayNames = ['phone', 'email', 'sms', 'web', 'paper', 'in-person'] as const;
/** A language as RFC 5646 writes it, with region or script at most: `zh`, `zh-Hant`, `en-GB`. */
export const language = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;

/** Body of `POST /customers/{id}/profile`: what is given is changed, null takes away. */
export class DescribeProfile {
  @NullTakesAway() @OptionalText(longest.line) name?: string | null;
  @NullTakesAway() @OptionalText(longest.line) organisation?: string | null;
  @NullTakesAway() @IsOptional() @IsIn(replyChannels) preferredChannel?: (typeof replyChannels)[number] | null;
  @NullTakesAway() @IsOptional() @Matches(language) language?: string | null;
}
class Entry {
  @IsInt() @Min(1) @Max(1_000_000) entry!: number;
}
/** One of several numbers, addresses, products owned, concerns, suggestions or notes. */
export class AddEntry {
  @IsIn(profileEntryNames) kind!: (typeof profileEntryNames)[number];
  @Text(longest.reason) text!: string;
  /** What it is for; of a product its serial number. */
  @OptionalText(longest.line) label?: string;
}
export class CorrectEntry extends Entry {
  @Text(longest.reason) text!: string;
  @OptionalText(longest.line) label?: string;
}
export class WithdrawEntry extends Entry {
  @Text(longest.reason) reason!: string;
}
/** Body of `give-consent` and `withdraw-consent`: for what, by what means, how they said it and what shows it. */
export class SayConsent {
  @IsIn(consentPurposeNames) purpose!: (typeof consentPurposeNames)[number];
  @IsIn(consentMeansNames) means!: (typeof consentMeansNames)[number];
  @IsIn(consentWayNames) way!: (typeof consentWayNames)[number];
  @Text(longest.reason) evidence!: string;
  /** When they said it; now unless given. */
  @IsOptional() @IsInstant() occurredAt?: string;
}
export class SetDoNotCall {
  @Text(longest.reason) reason!: string;
}
