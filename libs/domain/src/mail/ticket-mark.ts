/** What a mail says which ticket it answers: the ticket's id, and what only we can have told. */
export interface TicketMark {
  readonly ticket: string;
  readonly token: string;
}
/** A mark in a subject names the number: that is what people see. */
export interface NumberMark {
  readonly number: string;
  readonly token: string;
}

/** Characters of a token: 75 bits, which nobody guesses by sending mails. */
const token = '[0-9a-hjkmnp-tv-z]{15}';
const inMessageId = new RegExp(`^<ll\\.([a-z0-9-]{1,64})\\.([a-z0-9]{1,64})\\.(${token})@[^<>@\\s]+>$`);
const inSubject = new RegExp(`\\[(\\d{8}-?[0-9A-Z]{8}-?[0-9A-Z])[/ ]+(${token})\\]`, 'i');

/** Message-ID of what we send about a ticket. @param what names one mail of the ticket for ever, `[a-z0-9]{1,64}` */
export function markedMessageId(mark: TicketMark, what: string, host: string): string {
  return `<ll.${mark.ticket}.${what}.${mark.token}@${host}>`;
}

/** `[20261124-7K3QX2MB-R/token]`: for those whose program answers without saying what. */
export function markInSubject({ number, token: told }: NumberMark): string {
  return `[${number}/${told}]`;
}

/** One mail of ours: `what` names it for ever. */
export type LetterMark = TicketMark & { readonly what: string };

/** Of Message-IDs those that look like ours; whether they are, the token tells. */
export function letterMarks(messageIds: readonly string[]): readonly LetterMark[] {
  return messageIds.flatMap((id) => {
    const [, ticket, what, told] = inMessageId.exec(id) ?? [];
    return ticket === undefined || what === undefined || told === undefined ? [] : [{ ticket, what, token: told }];
  });
}

/** Tickets of the mails that one answers, as those say. */
export function marksInMessageIds(answers: readonly string[]): readonly TicketMark[] {
  return letterMarks(answers).map(({ ticket, token: told }) => ({ ticket, token: told }));
}

export function markOfSubject(subject: string): NumberMark | undefined {
  const [, number, told] = inSubject.exec(subject) ?? [];
  return number === undefined || told === undefined ? undefined : { number, token: told.toLowerCase() };
}
