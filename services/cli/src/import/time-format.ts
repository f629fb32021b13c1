/** How the texts of a column say when something happened. */
export interface TimeFormat {
  /** `iso`, `unix` (seconds), `unix-ms`, or a pattern of `YYYY MM DD HH hh mm ss S A ZZ` and whatever stands between them. */
  readonly format: string;
  /** IANA zone of texts that carry no offset. */
  readonly zone: string | undefined;
  /** What a wall time means that a change of clocks skips or repeats: Temporal's words; `reject` makes a bad row of it. */
  readonly disambiguation: Disambiguation;
}

export const disambiguations = ['compatible', 'earlier', 'later', 'reject'] as const;
export type Disambiguation = (typeof disambiguations)[number];

/** The instant in RFC 3339, UTC, milliseconds; undefined where the text is none. */
export type ParseTime = (text: string) => string | undefined;

type Unit = 'year' | 'month' | 'day' | 'hour' | 'twelve' | 'minute' | 'second' | 'fraction' | 'half' | 'offset';

const tokens: Readonly<Record<string, readonly [Unit, string]>> = {
  YYYY: ['year', '(\\d{4})'],
  MM: ['month', '(\\d{2})'],
  M: ['month', '(\\d{1,2})'],
  DD: ['day', '(\\d{2})'],
  D: ['day', '(\\d{1,2})'],
  HH: ['hour', '(\\d{2})'],
  H: ['hour', '(\\d{1,2})'],
  hh: ['twelve', '(\\d{2})'],
  h: ['twelve', '(\\d{1,2})'],
  mm: ['minute', '(\\d{2})'],
  ss: ['second', '(\\d{2})'],
  S: ['fraction', '(\\d{1,9})'],
  A: ['half', '([AaPp][Mm])'],
  ZZ: ['offset', '(Z|[+-]\\d{2}:?\\d{2})'],
};
const token = /YYYY|MM?|DD?|HH?|hh?|mm|ss|S+|A|ZZ/g;

/** What is wrong with a format, in words; undefined where nothing is. */
export function faultOfFormat(format: string, zone: string | undefined): string | undefined {
  if (['iso', 'unix', 'unix-ms'].includes(format)) return undefined;
  const units = unitsOf(format);
  for (const unit of ['year', 'month', 'day'] as const) if (!units.includes(unit)) return `has no ${unit} (YYYY MM DD)`;
  if (new Set(units).size !== units.length) return 'names a part of the time twice';
  if (units.includes('twelve') !== units.includes('half')) return 'needs hh and A together';
  if (!units.includes('offset') && zone === undefined) return 'has no ZZ, so a zone is needed';
  return undefined;
}

export function timeParser({ format, zone, disambiguation }: TimeFormat): ParseTime {
  if (format === 'unix') return (text) => ofEpoch(text, 1_000);
  if (format === 'unix-ms') return (text) => ofEpoch(text, 1);
  const at = (wall: Temporal.PlainDateTime) => wall.toZonedDateTime(zone ?? 'UTC', { disambiguation }).toInstant();
  const read = format === 'iso' ? isoReader(zone, at) : patternReader(format, at);
  return (text) => {
    try {
      return read(text)?.toString({ fractionalSecondDigits: 3 });
    } catch (error) {
      if ((error as Error).name === 'RangeError') return undefined;
      throw error;
    }
  };
}

function isoReader(zone: string | undefined, at: (wall: Temporal.PlainDateTime) => Temporal.Instant) {
  return (text: string): Temporal.Instant | undefined => {
    if (text.length > 40 || text.includes('[')) return undefined;
    if (/(Z|z|[+-]\d{2}(:?\d{2})?)$/.test(text.slice(10))) return Temporal.Instant.from(text);
    return zone === undefined ? undefined : at(Temporal.PlainDateTime.from(text));
  };
}

function patternReader(format: string, at: (wall: Temporal.PlainDateTime) => Temporal.Instant) {
  const shape = new RegExp(`^${patternOf(format)}$`);
  const units = unitsOf(format);
  return (text: string): Temporal.Instant | undefined => {
    const match = shape.exec(text);
    if (!match) return undefined;
    const part = (unit: Unit) => match[units.indexOf(unit) + 1];
    const number = (unit: Unit) => (units.includes(unit) ? Number(part(unit)) : 0);
    const hour = units.includes('twelve') ? hourOf(number('twelve'), part('half') as string) : number('hour');
    if (hour === undefined) return undefined;
    const millisecond = units.includes('fraction') ? Number((part('fraction') as string).padEnd(3, '0').slice(0, 3)) : 0;
    const [year, month, day, minute, second] = (['year', 'month', 'day', 'minute', 'second'] as const).map(number);
    const wall = Temporal.PlainDateTime.from(
      { year, month, day, hour, minute, second, millisecond } as Temporal.PlainDateTimeLike,
      { overflow: 'reject' },
    );
    return units.includes('offset') ? Temporal.Instant.from(`${wall.toString()}${part('offset')}`) : at(wall);
  };
}

function hourOf(twelve: number, half: string): number | undefined {
  if (twelve < 1 || twelve > 12) return undefined;
  return (twelve % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function ofEpoch(text: string, unit: number): string | undefined {
  const value = /^-?\d{1,13}(\.\d{1,9})?$/.test(text) ? Number(text) * unit : Number.NaN;
  if (Number.isNaN(value)) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(value)).toString({ fractionalSecondDigits: 3 });
}

function unitsOf(format: string): readonly Unit[] {
  return [...format.matchAll(token)].map(([text]) => tokenOf(text)[0]);
}

function patternOf(format: string): string {
  let pattern = '';
  let from = 0;
  for (const match of format.matchAll(token)) {
    pattern += RegExp.escape(format.slice(from, match.index)) + tokenOf(match[0])[1];
    from = match.index + match[0].length;
  }
  return pattern + RegExp.escape(format.slice(from));
}

function tokenOf(text: string): readonly [Unit, string] {
  return tokens[text.startsWith('S') ? 'S' : text] as readonly [Unit, string];
}
