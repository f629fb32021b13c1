import { duration } from '../look/duration.ts';
import type { Words } from '../words/use-words.ts';

/** A figure as people read it: what it is follows from its name. @param units of a length of time at most */
export function figureText(name: string, value: number | null | undefined, words: Pick<Words, 'language'>, units = 2): string {
  if (value === null || value === undefined) return '–';
  if (isShare(name)) return `${(value * 100).toFixed(1)}%`;
  if (isSeconds(name)) return duration(value, words, units);
  if (/^(median|oldest)Days$/.test(name)) return words.language === 'zh' ? `${value.toFixed(1)} 天` : `${value.toFixed(1)} d`;
  if (/(outcome|service|timeliness)Mean$/.test(name)) return value.toFixed(2);
  return value.toLocaleString(words.language === 'zh' ? 'zh-CN' : 'en-GB');
}

const shares = ['attainment', 'fitness', 'serviceLevel', 'occupancy', 'firstContactResolution'];

export function isShare(name: string): boolean {
  return shares.includes(name) || name.endsWith('Share');
}

export function isSeconds(name: string): boolean {
  return /Seconds/.test(name) || /^(working|elapsed)/.test(name);
}
