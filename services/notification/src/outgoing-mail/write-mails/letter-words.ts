import { languageFor, localTime, renderTemplate, type MessageTemplate, type Ticket, type ToWrite } from '@ledgerline/domain';
import type { Configuration } from '@ledgerline/host';
import { isErased } from '@ledgerline/kernel';

/** What stands in a mail and is nobody's words. */
export interface House {
  readonly configuration: Pick<Configuration, 'publicUrl' | 'mailServer' | 'timeZone'>;
  readonly secret: string;
}

/** To somebody who gave no name. */
const nobody = { zh: '您好', en: 'Sir or Madam' } as const;

/**
 * Subject and words of a mail by its template, in the language that its caller wrote in. A template that was put in force names nothing else than what
 * there is a value for. @throws where it does, which is a fault of ours
 */
export function letterWords({ texts }: Pick<MessageTemplate, 'texts'>, { words }: ToWrite, ticket: Ticket, house: House) {
  const written = isErased(ticket.description) ? '' : `${String(ticket.subject)} ${String(ticket.description)}`;
  const language = languageFor(written, texts);
  const { subject = '', text } = texts[language] ?? { text: '' };
  const { publicUrl = '', mailServer, timeZone } = house.configuration;
  const values = {
    'ticket.number': ticket.number,
    'ticket.subject': said(ticket.subject),
    'ticket.secret': house.secret,
    'ticket.registeredAt': localTime(Temporal.Instant.from(ticket.registeredAt).epochMilliseconds, timeZone)
      .slice(0, 16)
      .replace('T', ' '),
    'caller.name': (isErased(ticket.caller) ? undefined : ticket.caller.name) ?? nobody[language],
    'reply.text': said(words),
    'centre.name': mailServer?.name ?? '',
    link: `${publicUrl.replace(/\/$/, '')}/public`,
  };
  return { language, subject: rendered(subject, values), text: rendered(text, values) };
}

function said(words: unknown): string {
  return typeof words === 'string' ? words : '—';
}

function rendered(text: string, values: Readonly<Record<string, string>>): string {
  const made = renderTemplate(text, values);
  if ('missing' in made) throw new Error(`a template in force names ${made.missing.join()}`);
  return made.text;
}
