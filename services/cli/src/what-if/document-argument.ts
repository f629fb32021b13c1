import { readFileSync } from 'node:fs';
import { WrongUse } from '../outcome.js';

/** `company`, `company.3`, or a file that holds a document. */
export function documentArgument(text: string | undefined): object | undefined {
  if (text === undefined) return undefined;
  const named = /^([a-z][a-z0-9-]{0,39})(?:\.([1-9]\d{0,5}))?$/.exec(text);
  if (named) return { code: named[1], ...(named[2] === undefined ? {} : { version: Number(named[2]) }) };
  try {
    return { body: JSON.parse(readFileSync(text, 'utf8')) as unknown };
  } catch (error) {
    throw new WrongUse(`"${text}" is no CODE or CODE.VERSION, and no file with a document: ${(error as Error).message}`);
  }
}
