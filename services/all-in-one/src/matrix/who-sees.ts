import type { Asker } from './people.js';

/**
 * Who sees which ticket, and how its caller appears: R2.3, R7.2 and ADR 0013 written out by hand, one letter a person and ticket. Nothing
 * here asks the code that decides it.
 *
 * `P` sees all. `M` sees it with the phone masked. `H` sees it without what tells who the caller is. `.` does not see it: it is not there.
 * In small letters: can open it, but it stands in no list of theirs any more.
 */
const table = `
                        plain fresh secret report revealed secret-report returned secret-returned north about-dept about-person ended secret-ended open-secret
agent                     P     P     .      P       P           .          P            .          P       P           P         P        .           .
agent-2                   P     P     .      P       P           .          P            .          P       P           P         P        .           .
team-leader               P     P     .      P       P           .          P            .          P       P           P         P        .           .
token-agent               P     P     .      P       P           .          P            .          P       P           P         P        .           .
quality-agent             P     P     .      P       P           .          P            .          P       P           P         P        .           .
inspector                 P     P     .      P       P           .          P            .          P       P           P         P        .           .
coordinator               P     P     P      P       P           P          P            P          P       P           P         P        P           P
leader                    P     P     P      P       P           P          P            P          P       P           P         P        P           P
chairman                  P     P     P      P       P           P          P            P          P       P           P         P        P           P
auditor                   P     P     P      P       P           P          P            P          P       P           P         P        P           P
token-auditor             P     P     P      P       P           P          P            P          P       P           P         P        P           P
token-auditor-personal    P     P     P      P       P           P          P            P          P       P           P         P        P           P
everything                P     P     P      P       P           P          P            P          P       P           P         P        P           P
token-everything          P     P     P      P       P           P          P            P          P       P           P         P        P           P
administrator             M     M     .      H       H           .          M            .          M       M           M         M        .           .
quality-handler           M     .     M      H       P           H          m            .          .       M           M         M        M           M
substitute                M     .     M      H       P           H          m            .          .       M           M         M        M           M
quality-colleague         M     .     .      H       P           .          m            .          .       M           M         M        .           M
token-quality             M     .     .      H       P           .          m            .          .       M           M         M        .           M
quality-manager           M     .     M      H       P           H          m            .          .       M           M         M        M           M
both-handler              M     .     M      H       P           .          m            .          .       M           M         M        .           M
sales-handler             M     .     M      H       H           .          .            .          .       .           .         M        .           .
sales-manager             M     .     M      H       H           .          .            .          .       .           .         M        .           .
logistics-handler         .     .     .      .       .           .          M            M          M       .           .         .        .           .
logistics-manager         .     .     .      .       .           .          M            M          M       .           .         .        .           .
editor                    .     .     .      .       .           .          .            .          .       .           .         .        .           .
personnel                 .     .     .      .       .           .          .            .          .       .           .         .        .           .
office                    .     .     .      .       .           .          .            .          .       .           .         .        .           .
token-without-roles       .     .     .      .       .           .          .            .          .       .           .         .        .           .
`;

export type Sight = 'plain' | 'masked' | 'hidden';
const sights: Readonly<Record<string, Sight>> = { P: 'plain', M: 'masked', H: 'hidden' };

const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
export const ticketNames: readonly string[] = head;
const cells = new Map(rows.map(([name, ...letters]) => [name, new Map(head.map((ticket, place) => [ticket, letters[place]]))]));

function letterFor({ name, kind }: Asker, ticket: string): string {
  if (kind === 'nobody' || kind === 'caller') return '.';
  const letter = cells.get(name)?.get(ticket);
  if (letter === undefined) throw new TypeError(`it is not said whether ${name} sees ${ticket}`);
  return letter;
}

/** undefined: the ticket is not there for them. */
export function sightOf(asker: Asker, ticket: string): Sight | undefined {
  return sights[letterFor(asker, ticket).toUpperCase()];
}

/** Whether it stands in their lists, and counts. */
export function isListed(asker: Asker, ticket: string): boolean {
  return sights[letterFor(asker, ticket)] !== undefined;
}

/** Names of all that show to them, in the table's order, which is the order that the tickets were made in. */
export function seenBy(asker: Asker): readonly string[] {
  return ticketNames.filter((name) => sightOf(asker, name) !== undefined);
}
