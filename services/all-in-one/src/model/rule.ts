import type { Matter, Part } from './matter.js';
import { worksIn, type Person } from './people.js';
import { holds, may } from './who-may.js';

export type Body = Readonly<Record<string, unknown>>;

/** Somebody gives a command about a matter. */
export interface Situation {
  readonly matter: Matter;
  readonly who: Person;
  readonly body: Body;
}
export interface PartSituation extends Situation {
  readonly part: Part;
}

/** Reasons that can be named for a refusal, each with the sentence that makes it true. */
export type Refusals<Case extends Situation> = Readonly<Record<string, (situation: Case) => boolean>>;

/** A command as the process has it: refused where a reason is true, by the name of one that is; else it happens, and then. */
export interface Row<Case extends Situation> {
  readonly refused: Refusals<Case>;
  readonly happens: string | ((situation: Case) => readonly string[]);
  readonly then: (situation: Case) => Matter;
}
/** About the ticket as a whole. */
export interface TicketRow extends Row<Situation> {
  readonly on: 'the ticket';
}
/** About one department's part: of the asker's own departments, or of any; or of any for those who decide on requests. */
export interface PartRow extends Row<PartSituation> {
  readonly on: 'own part' | 'any part' | 'own part, or any for who decides';
}
export type Rule = TicketRow | PartRow | ((situation: Situation) => TicketRow | PartRow);
export type Rules = Readonly<Record<string, Rule>>;

export type Expected =
  | { readonly kind: 'accepted'; readonly events: readonly string[]; readonly next: Matter }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** What has to come of a command. */
export function expectedOf(rules: Rules, command: string, situation: Situation): Expected {
  const found = rules[command];
  if (found === undefined) throw new TypeError(`the model has no rule for ${command}`);
  if (!may(situation.who, command)) return { kind: 'refused', reasons: ['not-allowed'] };
  const rule = typeof found === 'function' ? found(situation) : found;
  if (rule.on === 'the ticket') return outcomeOf(rule, situation, []);
  const { part, reasons } = meantPart(rule.on, situation);
  if (part !== undefined) return outcomeOf(rule, { ...situation, part }, reasons);
  // Without a part only what the ticket itself forbids can be said besides.
  const others = Object.entries(rule.refused).filter(([name]) => ticketReasons.includes(name));
  const more = others.filter(([, isTrue]) => isTrue(situation as PartSituation)).map(([name]) => name);
  return { kind: 'refused', reasons: [...reasons, ...more] };
}

/** Reasons that hold of the ticket as a whole and look at no part. */
const ticketReasons = ['ticket-not-open', 'ticket-is-over', 'ticket-archived', 'urgent-tickets-are-not-extended'];

function outcomeOf<Case extends Situation>(
  { refused, happens, then }: Row<Case>,
  situation: Case,
  known: readonly string[],
): Expected {
  const reasons = [...known, ...Object.entries(refused).flatMap(([name, isTrue]) => (isTrue(situation) ? [name] : []))];
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const events = typeof happens === 'string' ? [happens] : happens(situation);
  return { kind: 'accepted', events, next: then(situation) };
}

/** The part that a command about a department means: named, or the only one that can be meant. */
function meantPart(
  whose: PartRow['on'],
  { matter, who, body }: Situation,
): { readonly part?: Part; readonly reasons: readonly string[] } {
  const own = whose === 'own part' || (whose !== 'any part' && !decides(who));
  const named = body['department'] as string | undefined;
  const possible = matter.parts.filter(({ department }) => !own || worksIn(who, department));
  if (named !== undefined && own && !worksIn(who, named)) return { reasons: ['not-your-department'] };
  if (named === undefined && possible.length > 1) return { reasons: ['department-required'] };
  const part = named === undefined ? possible[0] : possible.find(({ department }) => department === named);
  if (part === undefined) return { reasons: ['department-has-no-part'] };
  return { part, reasons: own && !isTheirs(part, who) ? ['not-the-assigned-handler'] : [] };
}

/** Who decides on requests of departments. */
export const decides = (who: Person): boolean => holds(who, 'coordinator') || holds(who, 'leader');

/** "in own department, where assigned"; a manager for the whole department. */
export function isTheirs({ handler }: Part, who: Person): boolean {
  return handler === undefined || handler === who.name || holds(who, 'manager');
}
