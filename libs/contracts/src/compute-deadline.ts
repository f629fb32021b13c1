import { IsOptional, IsString, Matches, registerDecorator } from 'class-validator';
import { code } from './bounds.js';
import { IsInstant } from './instants.js';

/** `PT…` or `P…D`; of days at least one. */
const work = /^P((?!0+D)\d{1,4}D|T(?=\d)(\d{1,5}H)?(\d{1,6}M)?(\d{1,7}S)?)$/;

/** Body of `POST /calendars/compute`: a calendar by code or inline, a start, and either `work` or `end`. */
export class ComputeDeadline {
  @IsCodeOrObject() calendar!: string | object;
  @IsInstant() start!: string;
  @IsOptional() @IsString() @Matches(work) work?: string;
  @IsOptional() @IsInstant() end?: string;
}

/** The code of a governed document, or a document itself; its members are looked at by who knows them. */
function IsCodeOrObject(): PropertyDecorator {
  const isCodeOrObject = (value: unknown) =>
    typeof value === 'string' ? code.test(value) : typeof value === 'object' && value !== null && !Array.isArray(value);
  return (target, property) =>
    registerDecorator({
      name: 'isCodeOrObject',
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: isCodeOrObject, defaultMessage: () => 'must be the code of a calendar, or a calendar' },
    });
}
