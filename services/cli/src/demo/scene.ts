import { proposeRoute } from '@ledgerline/domain';
import { company, matters, phrases, type Language, type Matter, type Phrases } from './company.js';

/** One ticket's circumstances: the matter, who has it, and the people whom it meets. */
export interface Scene {
  readonly matter: Matter;
  readonly phrases: Phrases;
  readonly lead: string;
  readonly coHandling: readonly string[];
  /** True where the routing table settles it, as soon as it is registered. */
  readonly byTable: boolean;
  readonly caller: { readonly name: string; readonly phone: string; readonly email?: string };
  readonly address: string;
  readonly channel: 'phone' | 'email' | 'web';
  readonly agent: string;
  readonly coordinator: string;
  handlerOf(department: string): string;
  managerOf(department: string): string;
}

/** The circumstances of the n-th ticket: the same each time they are asked for. @param fits which matters it can be about */
export function sceneOf(n: number, fits: (matter: Matter) => boolean): Scene {
  const fitting = matters.filter(fits);
  const matter = of(fitting, n);
  const proposal = proposeRoute(company.routingTable, { kind: matter.kind, item: matter.item, level: matter.level });
  const byTable = proposal.kind === 'unambiguous';
  const words = phrases[matter.language];
  const [agent, coordinator] = [of(usernames('agent', matter.language), n), of(usernames('coordinator', matter.language), n)];
  return {
    matter,
    phrases: words,
    lead: byTable ? proposal.lead : matter.lead,
    coHandling: byTable ? proposal.coHandling : [],
    byTable,
    caller: callerOf(n, matter.language, words),
    address: of(words.addresses, Math.floor(n / 3)),
    channel: of(['phone', 'phone', 'web', 'phone', 'email'] as const, n),
    // What is confidential the call centre's coordinators see to themselves.
    agent: matter.confidential ? coordinator : agent,
    coordinator,
    handlerOf: (department) => of(staffOf(department, 'handler'), n),
    managerOf: (department) => of(staffOf(department, 'manager'), n),
  };
}

/** True where the routing table has no single answer, so that a person at the call centre decides. */
export function waitsForAPerson({ kind, item, level }: Matter): boolean {
  return proposeRoute(company.routingTable, { kind, item, level }).kind !== 'unambiguous';
}

function staffOf(department: string, role: string): readonly string[] {
  return company.people
    .filter(({ roles, departments }) => roles.includes(role) && departments.includes(department))
    .map(({ username }) => username);
}

/** Who speaks the caller's language; names show it. */
function usernames(role: string, language: Language): readonly string[] {
  const holders = company.people.filter(({ roles }) => roles.includes(role));
  const speaking = holders.filter(({ name }) => /^\p{Script=Han}/u.test(name) === (language === 'zh'));
  return speaking.map(({ username }) => username);
}

/** Every third ticket is of one of so many who call again and again. */
const regulars = 24;

/** Numbers that nobody has: Ofcom's for drama, and a Chinese prefix with zeros. */
function callerOf(story: number, language: Language, { callers }: Phrases): Scene['caller'] {
  const n = story % 3 === 0 ? Math.floor(story / 3) % regulars : story;
  const name = of(callers, n * 7);
  const digits = String(n % 1_000).padStart(3, '0');
  if (language === 'zh') return { name, phone: `13800000${digits}` };
  return { name, phone: `+447700900${digits}`, email: `${name.toLowerCase().replace(' ', '.')}@example.com` };
}

function of<Item>(items: readonly Item[], n: number): Item {
  return items[n % items.length] as Item;
}
