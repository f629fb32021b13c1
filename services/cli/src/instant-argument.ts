import { inUtc, isInstant } from '@ledgerline/contracts';
import { InvalidArgumentError } from 'commander';

/** Parses an option's RFC 3339 time with offset. @returns the same instant in UTC with milliseconds */
export function instantArgument(text: string): string {
  if (!isInstant(text)) throw new InvalidArgumentError('It is a time with offset, as 2026-03-02T09:00:00+08:00.');
  return inUtc(text);
}
