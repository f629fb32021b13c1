import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Code, Lines, longest, OptionalCode, OptionalCodes, Text } from './bounds.js';
import { IsInstant } from './instants.js';

/** Body of `POST /knowledge`: a new article, or with the code of one another version of it. */
export class DraftArticle {
  @OptionalCode() code?: string;
  @Code() department!: string;
  @Text(longest.line) title!: string;
  @Text() text!: string;
  @IsOptional() @Lines(50) keywords?: string[];
  @OptionalCodes(50) items?: string[];
  @IsOptional() @IsBoolean() public?: boolean;
  /** Market information: offers, prices, what is new. */
  @IsOptional() @IsBoolean() market?: boolean;
  @IsOptional() @IsInstant() validUntil?: string;
}
export class ProposeCorrection {
  @Text(longest.reason) text!: string;
}
export class AcceptCorrection {
  @IsInt() @Min(1) @Max(1_000_000) correction!: number;
}
export class DeclineCorrection extends AcceptCorrection {
  @Text(longest.reason) reason!: string;
}
