export const zone = 'Asia/Shanghai';

/** An event as `GET /tickets/{id}/events` gives it. */
export interface ToldEvent {
  readonly version: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: { readonly at: string; readonly actor: { readonly kind: string; readonly id: string } };
}

/** A clock as `GET /tickets/{id}/deadlines` gives it. */
export interface ToldClock {
  readonly instance: string;
  readonly department?: string;
  readonly state: string;
  readonly startedAt: string;
  readonly due: string | null;
  readonly verdict: { readonly verdict: string; readonly by?: { readonly workingSeconds: number } } | null;
  readonly steps: readonly { readonly at: string }[];
  readonly explanation: { readonly en: string; readonly zh: string };
}

export interface ToldHolder {
  readonly instance: string;
  readonly parts: readonly {
    readonly holder: { readonly who: string; readonly department?: string };
    readonly workingSeconds: number;
  }[];
  readonly whole: { readonly workingSeconds: number };
}

const facts = [
  'lead',
  'department',
  'by',
  'code',
  'level',
  'channel',
  'outcome',
  'service',
  'timeliness',
  'publishable',
  'status',
];

/** `12 DeadlineWarned by the system at 2026-09-28 10:35 (step …; told 陈卫)`. */
export function lineOfEvent({ version, type, data, meta }: ToldEvent, names: ReadonlyMap<string, string>): string {
  const by = meta.actor.kind === 'system' ? ` by the system (${meta.actor.id})` : '';
  const told = Array.isArray(data['told']) ? (data['told'] as readonly string[]).map((id) => names.get(id) ?? 'admin') : [];
  const step = typeof data['step'] === 'string' ? [stepInWords(data['step'])] : [];
  const shown = Object.entries(data)
    .filter(([name, value]) => facts.includes(name) && ['string', 'number', 'boolean'].includes(typeof value))
    .map(([name, value]) => `${name} ${isInstant(value) ? momentOf(value) : String(value)}`);
  const about = [...step, ...shown, ...(told.length > 0 ? [`told ${told.join(', ')}`] : [])].join('; ');
  return `${version} \`${type}\`${by} at ${momentOf(meta.at)}${about === '' ? '' : `: ${about}`}`;
}

function stepInWords(step: string): string {
  const match = /^(.+)@(.+)#(.+)$/.exec(step);
  return match === null ? step : `${match[1]}, due ${momentOf(String(match[2]))}, ${match[3]}`;
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*Z$/.test(value);
}

/** `2026-09-28 09:05` in Shanghai. */
export function momentOf(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString().slice(0, 16).replace('T', ' ');
}

export function dayOf(local: string): string {
  const date = Temporal.PlainDate.from(local.slice(0, 10));
  return date.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

export function linesOfClock({
  instance,
  department,
  state,
  startedAt,
  due,
  verdict,
  explanation,
}: ToldClock): readonly string[] {
  const of = department === undefined ? '' : ` of ${department}`;
  const by = verdict?.by === undefined ? '' : ` by ${hoursAndMinutes(verdict.by.workingSeconds)} that it counts`;
  const end = verdict === null ? state : `${verdict.verdict}${by}`;
  const until = due === null ? 'no date' : momentOf(due);
  return [
    `**${instance}**${of}, ${momentOf(startedAt)} to ${until}: **${end}**`,
    '',
    `> ${explanation.en}`,
    '>',
    `> ${explanation.zh}`,
    '',
  ];
}

export function linesOfHolders({ instance, parts, whole }: ToldHolder): readonly string[] {
  const rows = parts.map(({ holder, workingSeconds }) => {
    const who = holder.department === undefined ? holder.who : `${holder.who} (${holder.department})`;
    return `| ${who} | ${hoursAndMinutes(workingSeconds)} |`;
  });
  return [
    `| who had it, of ${instance} | working time |`,
    '| --- | --- |',
    ...rows,
    `| **whole** | ${hoursAndMinutes(whole.workingSeconds)} |`,
    '',
  ];
}

function hoursAndMinutes(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
