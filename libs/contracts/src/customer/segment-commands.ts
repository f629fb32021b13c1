import { Type } from 'class-transformer';
import { IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { longest, OptionalText, Text } from '../bounds.js';
import { replyChannels } from '../ticket/wire-words.js';
import { language } from './profile-commands.js';

/** A purpose and means that its customers consented to; `analysis` is of everybody, and tells of nobody who they are. */
export const segmentPurposes = [
  'analysis', 'survey-phone', 'survey-email', 'survey-sms', 'marketing-phone', 'marketing-email', 'marketing-sms',
] as const; // prettier-ignore

/** All that is given has to hold. */
export class SegmentFilterBody {
  @OptionalText(longest.line) organisation?: string;
  @OptionalText(longest.line) product?: string;
  @IsOptional() @Matches(language) language?: string;
  @IsOptional() @IsIn(replyChannels) preferredChannel?: (typeof replyChannels)[number];
  /** Words that their products, concerns, suggestions or addresses have. */
  @OptionalText(longest.line) words?: string;
}
export class ChangeSegment {
  @Text(longest.line) name!: string;
  @ValidateNested() @Type(() => SegmentFilterBody) filter!: SegmentFilterBody;
}
/** Body of `POST /customer-segments`. */
export class SaveSegment extends ChangeSegment {
  @IsIn(segmentPurposes) purpose!: (typeof segmentPurposes)[number];
}
export class RetireSegment {
  @Text(longest.reason) reason!: string;
}

/** `POST /customer-segments/{id}/{step}`: the command, the shape of its body and what it is for. */
export const segmentCalls: Readonly<
  Record<string, { readonly call: string; readonly body: new () => object; readonly summary: string }>
> = {
  change: { call: 'change-segment', body: ChangeSegment, summary: 'Another name or filter' },
  retire: { call: 'retire-segment', body: RetireSegment, summary: 'It is not used any more' },
};
