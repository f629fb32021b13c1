import type { Matter, Part } from './matter.js';
import { otherCaller, worksIn, type Person } from './people.js';
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
  if (situation.who === otherCaller || !mayKnow(situation, command)) return { kind: 'refused', reasons: ['ticket-not-found'] };
  const expected = byRule(typeof found === 'function' ? found(situation) : found, situation);
  if (expected.kind === 'accepted' || !mayBeUnseen(situation, command)) return expected;
  return { ...expected, reasons: [...expected.reasons, 'not-your-department'] };
}

function byRule(rule: TicketRow | PartRow, situation: Situation): Expected {
  if (rule.on === 'the ticket') return outcomeOf(rule, situation, []);
  const { part, reasons } = meantPart(rule.on, situation);
  if (part !== undefined) return outcomeOf(rule, { ...situation, part }, reasons);
  return { kind: 'refused', reasons: [...reasons, ...ofTheTicket(rule, situation)] };
}

/** Where no part is meant, the reasons that are true of the ticket whatever part it would be. */
function ofTheTicket({ refused }: PartRow, situation: Situation): readonly string[] {
  const noPart = new TypeError('no part is meant');
  const partless = Object.defineProperty({ ...situation }, 'part', {
    get: () => {
      throw noPart;
    },
  }) as PartSituation;
  return Object.entries(refused).flatMap(([name, isTrue]) => {
    try {
      return isTrue(partless) ? [name] : [];
    } catch (error) {
      if (error === noPart) return [];
      throw error;
    }
  });
}

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

/** What a caller says and what danger demands is taken down by whoever hears it. */
const takenDown = ['add-message', 'receive-information', 'record-measure', 'escalate-urgent'];

/** R7.2: a confidential ticket is one that is not there to those whose work does not need it. */
function mayKnow({ matter, who }: Situation, command: string): boolean {
  if (!matter.confidential || takenDown.includes(command) || who.kind !== 'person') return true;
  if (['coordinator', 'leader', 'auditor'].some((role) => holds(who, role))) return true;
  const worked = [...matter.parts, ...matter.ended].filter(({ department }) => worksIn(who, department));
  return holds(who, 'manager')
    ? worked.length > 0
    : holds(who, 'handler') && worked.some(({ handler }) => handler === undefined || handler === who.name);
}

/** An ordinary ticket shows to the call centre, to those who watch, and to departments that have had a part, which no matter remembers. */
function mayBeUnseen({ matter, who }: Situation, command: string): boolean {
  if (matter.confidential || takenDown.includes(command) || who.kind !== 'person') return false;
  if (['agent', 'coordinator', 'inspector', 'leader', 'auditor', 'administrator'].some((role) => holds(who, role))) return false;
  return ![...matter.parts, ...matter.ended].some(({ department }) => worksIn(who, department));
}
