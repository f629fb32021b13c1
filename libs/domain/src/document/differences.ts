import type { InBothLanguages } from '../calendar/deadline-sentence.js';
import { pointerToken, said } from './document-fault.js';
import type { DocumentType } from './governed-document.js';
import { differenceSentence } from './difference-sentence.js';

/** One difference between two versions. A rule that only moved in its list is none. */
export interface DocumentDifference extends InBothLanguages {
  readonly change: 'added' | 'removed' | 'changed';
  /** RFC 6901 pointer into the newer version; of what was removed, into the older. */
  readonly pointer: string;
  /** What it belongs to: the rule, day, item or paragraph, by what tells it apart. */
  readonly of?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

type Bare = Omit<DocumentDifference, 'zh' | 'en'>;
type Identify = (item: unknown) => string;

/** Lists whose items are told apart by what they say, not by where they stand. */
const identified: Readonly<Record<string, Identify>> = {
  'policy /clocks': (rule) => `${word(rule, 'clock')}${conditions(rule)}`,
  'routing-table /rules': (rule) => conditions(rule) || '()',
  'routing-table /rules/*/coHandling': said,
  'item-tree /items': (item) => word(item, 'code'),
  'rule /paragraphs': (paragraph) => word(paragraph, 'number'),
  'calendar /holidays': said,
  'digest-template /sections': (chosen) => word(chosen, 'section'),
  'digest-schedule /readers': said,
  'score-sheet /groups': (group) => word(group, 'code'),
  'score-sheet /groups/*/criteria': (criterion) => word(criterion, 'code'),
  'score-sheet /fatal': (error) => word(error, 'code'),
  'sampling-rule /strata': (stratum) => `${word(stratum, 'work')}${conditions(stratum)}`,
  'telephony-rule /queues': (queue) => word(queue, 'code'),
  'telephony-rule /breaks': (one) => word(one, 'code'),
  'probation-rule /documents': (document) => word(document, 'code'),
  'probation-rule /formalities': (formality) => word(formality, 'code'),
  'probation-rule /posts': (post) => word(post, 'code'),
  'probation-rule /overrides': (one) => word(one, 'override'),
  'script /questions': (question) => word(question, 'id'),
  'script /questions/*/options': (option) => word(option, 'code'),
};
/** What is read as a whole: the shifts of a day, a limit, a list of warnings. */
const whole = /^\/(week\/[^/]+|exceptions\/[^/]+|clocks\/\*\/(within|warnAt|holds|escalate))$/;

/**
 * The differences between two versions of a document: rule by rule, day by day, item by item. Bodies may be any JSON, as a
 * draft that nobody looked at may be.
 */
export function differencesOf(type: DocumentType, before: unknown, after: unknown): readonly DocumentDifference[] {
  const found: Bare[] = [];
  compare({ type, found }, { pointer: '', shape: '' }, before, after);
  return found.map((one) => ({ ...one, ...differenceSentence(type, one) }));
}

interface Walk {
  readonly type: DocumentType;
  readonly found: Bare[];
}
interface Place {
  readonly pointer: string;
  /** The pointer with `*` for each place in a list. */
  readonly shape: string;
  readonly of?: string;
}

function compare(walk: Walk, place: Place, before: unknown, after: unknown): void {
  if (isSame(before, after)) return;
  const { pointer, shape, of } = place;
  const about = of === undefined ? {} : { of };
  if (before === undefined) walk.found.push({ change: 'added', pointer, ...about, after });
  else if (after === undefined) walk.found.push({ change: 'removed', pointer, ...about, before });
  else if (whole.test(shape) || !isNested(before) || !isNested(after) || Array.isArray(before) !== Array.isArray(after))
    walk.found.push({ change: 'changed', pointer, ...about, before, after });
  else if (Array.isArray(before)) compareLists(walk, place, before, after as readonly unknown[]);
  else
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const inside = { ...place, pointer: `${pointer}/${pointerToken(name)}`, shape: `${shape}/${pointerToken(name)}` };
      compare(walk, inside, member(before, name), member(after, name));
    }
}

function compareLists(walk: Walk, place: Place, before: readonly unknown[], after: readonly unknown[]): void {
  const identify = identified[`${walk.type} ${place.shape}`] ?? ((_item: unknown, at: number) => String(at));
  const keyed = (list: readonly unknown[]) => {
    const seen = new Map<string, number>();
    return list.map((item, at) => {
      const name = identify(item, at);
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return { key: `${name}#${seen.get(name)}`, name, item, at };
    });
  };
  const [older, newer] = [keyed(before), keyed(after)];
  const byKey = new Map(older.map((one) => [one.key, one]));
  const kept = new Set(newer.map(({ key }) => key));
  const inside = (at: number, name: string) => ({
    pointer: `${place.pointer}/${at}`,
    shape: `${place.shape}/*`,
    of: place.of === undefined ? name : `${place.of} ${name}`,
  });
  for (const { key, name, item, at } of newer) compare(walk, inside(at, name), byKey.get(key)?.item, item);
  for (const { key, name, item, at } of older) if (!kept.has(key)) compare(walk, inside(at, name), item, undefined);
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isSame(one: unknown, other: unknown): boolean {
  if (!isNested(one) || !isNested(other)) return Object.is(one, other);
  const names = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other) || names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && isSame(member(one, name), member(other, name)));
}

function member(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function word(item: unknown, name: string): string {
  return said(isNested(item) ? (member(item, name) ?? '') : item);
}

/** ` (level = urgent, kind = complaint)`; nothing without conditions. */
function conditions(rule: unknown): string {
  const when = isNested(rule) ? member(rule, 'when') : undefined;
  const given = isNested(when) ? Object.entries(when).toSorted(([a], [b]) => (a < b ? -1 : 1)) : [];
  return given.length === 0 ? '' : ` (${given.map(([fact, value]) => `${fact} = ${said(value)}`).join(', ')})`;
}
