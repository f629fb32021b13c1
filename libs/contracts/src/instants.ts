import { IsOptional, IsString, Matches, registerDecorator, type ValidationOptions } from 'class-validator';
import { applyDecorators } from './apply-decorators.js';

const rfc3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d)(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** True for an RFC 3339 instant with offset that exists: no 30 February, no 25 o'clock. Years 1970 to 2200. */
export function isInstant(text: unknown): text is string {
  if (typeof text !== 'string' || !rfc3339.test(text)) return false;
  try {
    const day = Temporal.PlainDate.from(text.slice(0, 10), { overflow: 'reject' });
    return day.year >= 1970 && day.year <= 2200;
  } catch {
    return false;
  }
}

/** The same instant in UTC with milliseconds, as events hold it. */
export function inUtc(text: string): string {
  return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
}

/**
 * A time as it came in an address: `+08:00` written there as it stands arrives as ` 08:00`, and no RFC 3339 time has a blank
 * of its own before its offset.
 */
export function timeInAddress(text: string): string {
  return text.replace(/ (?=\d\d:\d\d$)/, '+');
}

export function IsInstant(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: isInstant, defaultMessage: () => 'must be an RFC 3339 time with offset' },
    });
}

/** True for a date `YYYY-MM-DD` that exists, of the years 1970 to 2200. */
export function isLocalDate(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && isInstant(`${text}T00:00:00Z`);
}

export function IsLocalDate(options: ValidationOptions = {}): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isLocalDate',
      options,
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: isLocalDate, defaultMessage: () => 'must be a date, as "2026-03-02"' },
    });
}

export const OptionalDay = (): PropertyDecorator => applyDecorators(IsOptional(), IsLocalDate());

/** As a clock on the wall has it: `08:30`. */
export const WallTime = (): PropertyDecorator => applyDecorators(IsString(), Matches(/^([01]\d|2[0-3]):[0-5]\d$/));
