import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, Matches, Max, Min, ValidateNested } from 'class-validator';
import { code } from './bounds.js';
import { IsInstant } from './instants.js';

/** A version of a governed document, the last one unless `version` is given; or a body, which nobody has drafted yet. */
export class TriedDocument {
  @IsOptional() @IsString() @Matches(code) code?: string;
  @IsOptional() @IsInt() @Min(1) @Max(1_000_000) version?: number;
  @IsOptional() @IsObject() body?: object;
}

/** Body of `POST /reports/what-if`: what is tried, over what started between two times. */
export class WhatIf {
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
  @IsOptional() @ValidateNested() @Type(() => TriedDocument) policy?: TriedDocument;
  @IsOptional() @ValidateNested() @Type(() => TriedDocument) calendar?: TriedDocument;
  @IsOptional() @ValidateNested() @Type(() => TriedDocument) routingTable?: TriedDocument;
}
