import { isDeepStrictEqual } from 'node:util';
import type { Ticket } from '@ledgerline/domain';
import type { Matter } from './matter.js';
import type { Office, Place } from './office.js';
import type { Person } from './people.js';
import { expectedOf, type Body, type Expected } from './rule.js';
import { processRules } from './rules.js';
import { seen, visible } from './seen.js';
import { pass, ticked } from './terms.js';

/** One thing that happens: somebody gives a command, or time goes by, and then the ticker looks. */
export type Step =
  { readonly command: string; readonly who: Person; readonly body: Body } | { readonly pass: number; readonly ticker?: true };

/** Where a ticket is, in the product and in the model, and how it came there. */
export interface Node {
  readonly place: Place;
  readonly ticket: Ticket;
  readonly matter: Matter;
  readonly start: number;
  readonly parent?: Node;
  readonly by?: Step;
}

/** What came of a step. `wrong`: the product did something else than the model says. */
export type Tried =
  | { readonly kind: 'accepted'; readonly node: Node }
  | { readonly kind: 'refused'; readonly name: string }
  | { readonly kind: 'wrong'; readonly what: string };

/** A minute goes by between any two things that are done. */
const between = 60_000;

/** Takes a step from where the ticket is. The office has to be there, and is still there unless the step was accepted. */
export async function take(office: Office, node: Node, step: Step): Promise<Tried> {
  if ('pass' in step) return letPass(office, node, step);
  const { command, who, body } = step;
  office.now = node.matter.now;
  const expected = expectedOf(processRules, command, { matter: node.matter, who, body });
  const reply = await office.give(command, who, body);
  if (reply.kind === 'problem') {
    if (office.here.history.length !== node.place.history.length) return wrong(expected, `${reply.code}, and left an event`);
    return expected.kind === 'refused' && expected.reasons.includes(reply.code)
      ? { kind: 'refused', name: reply.code }
      : wrong(expected, `refused: ${reply.code}`);
  }
  const types = reply.events.map(({ type }) => type);
  if (expected.kind === 'refused' || !isDeepStrictEqual(types, expected.events))
    return wrong(expected, `accepted: ${types.join(', ')}`);
  const before = node.place.history.at(-1)?.last ?? 0;
  if (reply.version !== before + types.length) return wrong(expected, `version ${reply.version} after ${before}`);
  const ticket = await office.ticket();
  const [is, has] = [seen(ticket, office.nameOf), visible(expected.next)];
  if (!isDeepStrictEqual(is, has)) return wrong(expected, `another ticket: ${differences(has, is).join('; ')}`);
  const next: Node = { ...node, place: office.here, ticket, matter: pass(expected.next, between), parent: node, by: step };
  return { kind: 'accepted', node: next };
}

/** What the ticker tells of, and what changes nothing about the ticket itself. */
const notices = ['DeadlineWarned', 'DeadlineBreached', 'DeadlineEscalated', 'ExecutivesAlerted'];
const byTime = ['ExtensionRefused', 'CallerFellSilent', 'TicketArchived'];

async function letPass(office: Office, node: Node, step: Extract<Step, { readonly pass: number }>): Promise<Tried> {
  const later = pass(node.matter, step.pass);
  if (step.ticker === undefined) return { kind: 'accepted', node: { ...node, matter: later, parent: node, by: step } };
  office.now = later.now;
  const types = await office.tick();
  const ticket = await office.ticket();
  const next = ticked(later);
  const [is, has] = [seen(ticket, office.nameOf), visible(next)];
  const strange = types.filter((type) => !notices.includes(type) && !byTime.includes(type));
  if (strange.length > 0) return { kind: 'wrong', what: `the ticker did ${strange.join(', ')}` };
  if (!isDeepStrictEqual(is, has))
    return { kind: 'wrong', what: `after the ticker another ticket: ${differences(has, is).join('; ')}` };
  const more = await office.tick();
  if (more.length > 0) return { kind: 'wrong', what: `the ticker looked twice at one time, and told ${more.join(', ')} then` };
  return { kind: 'accepted', node: { ...node, place: office.here, ticket, matter: pass(next, between), parent: node, by: step } };
}

function wrong(expected: Expected, did: string): Tried {
  const should =
    expected.kind === 'accepted' ? `accepted: ${expected.events.join(', ')}` : `refused: ${expected.reasons.join(' or ')}`;
  return { kind: 'wrong', what: `the model says ${should}; the product ${did}` };
}

function differences(has: object, is: object): readonly string[] {
  const [expected, there] = [has as Record<string, unknown>, is as Record<string, unknown>];
  const names = [...new Set([...Object.keys(expected), ...Object.keys(there)])];
  return names
    .filter((name) => !isDeepStrictEqual(expected[name], there[name]))
    .map((name) => `${name} should be ${JSON.stringify(expected[name])} and is ${JSON.stringify(there[name])}`);
}

export function stepsTo(node: Node): readonly Step[] {
  return node.parent === undefined ? [] : [...stepsTo(node.parent), ...(node.by ? [node.by] : [])];
}

export function told(step: Step): string {
  if ('pass' in step) return `… ${step.pass / 3_600_000} h go by${step.ticker ? ', and the ticker looks' : ''}`;
  return `${step.who.name}: ${step.command} ${JSON.stringify(step.body)}`;
}
