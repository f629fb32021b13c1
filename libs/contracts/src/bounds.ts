import 'reflect-metadata';
import { applyDecorators } from './apply-decorators.js';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, Length, Matches, MaxLength, MinLength } from 'class-validator';

/** Characters at most (UTF-16 units): every string that enters has a bound. */
export const longest = { line: 200, text: 20_000, reason: 2_000, id: 64 } as const;

export const code = /^[a-z][a-z0-9-]{0,39}$/;
export const identifier = /^[a-z0-9-]{1,64}$/;
/** No control characters but line breaks and tabs; no half of a surrogate pair. */
const printable = /^[^\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u;

export const username = /^[a-z0-9][a-z0-9._-]{0,63}$/;
export const Username = (): PropertyDecorator => applyDecorators(IsString(), Matches(username));

/** One line or more of what people write; never empty. */
export const Text = (most: number = longest.text): PropertyDecorator =>
  applyDecorators(IsString(), MinLength(1), MaxLength(most), Matches(/\S/), Matches(printable));
export const OptionalText = (most: number = longest.text): PropertyDecorator => applyDecorators(IsOptional(), Text(most));
/** A list of single lines, as names of people. */
export const Lines = (most: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(most),
    ArrayUnique(),
    IsString({ each: true }),
    MaxLength(longest.line, { each: true }),
    Matches(/\S/, { each: true }),
    Matches(printable, { each: true }),
  );
export const Code = (): PropertyDecorator => applyDecorators(IsString(), Matches(code));
export const OptionalCode = (): PropertyDecorator => applyDecorators(IsOptional(), Code());
export const Codes = (most = 20): PropertyDecorator =>
  applyDecorators(IsArray(), ArrayMaxSize(most), ArrayUnique(), Matches(code, { each: true }));
export const OptionalCodes = (most = 20): PropertyDecorator => applyDecorators(IsOptional(), Codes(most));
export const Identifier = (): PropertyDecorator => applyDecorators(IsString(), Length(1, longest.id), Matches(identifier));
export const ticketReference = /^[0-9A-Za-z-]{9,64}$/;
/** A ticket by its id, or by its number as people write it. */
export const TicketReference = (): PropertyDecorator => applyDecorators(IsString(), Matches(ticketReference));
export const OptionalAttachments = (): PropertyDecorator =>
  applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(50), ArrayUnique(), Matches(identifier, { each: true }));
