import { Faults, type DocumentFault } from '../document/document-fault.js';
import { variablesOf, type MessageTemplate, type templateLanguages } from '../template/message-template.js';
import type { mailPurposes } from './mail-purposes.js';
import type { ToWrite } from './what-to-write.js';

type Language = (typeof templateLanguages)[number];
interface Names {
  /** What there is a value for. */
  readonly may: readonly string[];
  /** Without which the mail is none. */
  readonly must: readonly string[];
}

const always = ['ticket.number', 'centre.name', 'link'];
const told = [...always, 'ticket.subject', 'ticket.registeredAt', 'caller.name'];

/** Governed templates of the mails, by code (R6.5): what each may name is what may stand in such a mail (R7.2). */
export const mailTemplates: Readonly<Record<string, Names>> = {
  'mail-acknowledgement': {
    may: [...always, 'ticket.registeredAt', 'ticket.secret'],
    must: ['ticket.number', 'ticket.secret', 'link'],
  },
  'mail-reply': { may: [...told, 'reply.text'], must: ['reply.text'] },
  'mail-survey': { may: told, must: ['ticket.number', 'link'] },
  'mail-question': { may: [...told, 'reply.text'], must: ['reply.text'] },
  'mail-notice': { may: [...told, 'reply.text'], must: ['reply.text'] },
  'mail-discreet': { may: always, must: ['ticket.number', 'link'] },
} satisfies Record<`mail-${(typeof mailPurposes)[number]}` | 'mail-discreet', Names>;

export function templateOf({ purpose, discreet }: ToWrite): string {
  return discreet ? 'mail-discreet' : `mail-${purpose}`;
}

/** What a template of this code may not name, or lacks; nothing where it is no mail's. */
export function faultsOfMailTemplate({ code, texts }: MessageTemplate): readonly DocumentFault[] {
  const names = Object.hasOwn(mailTemplates, code) ? mailTemplates[code] : undefined;
  if (names === undefined) return [];
  const faults = new Faults();
  for (const [language, { subject, text }] of Object.entries(texts)) {
    const at = `/texts/${language}`;
    if (subject === undefined) faults.add(`${at}/subject`, 'a mail has a subject', 'missing-subject');
    // Anybody who sees a list of mails reads it.
    for (const name of variablesOf(subject ?? ''))
      if (!['ticket.number', 'centre.name'].includes(name))
        faults.add(`${at}/subject`, `must not name ${name}`, 'variable-not-allowed');
    const named = variablesOf(text);
    for (const name of named)
      if (!names.may.includes(name)) faults.add(`${at}/text`, `must not name ${name}`, 'variable-not-allowed');
    for (const name of names.must) if (!named.includes(name)) faults.add(`${at}/text`, `has to name ${name}`, 'variable-missing');
  }
  return faults.found;
}

/** The language that somebody wrote in, of those that there are. */
export function languageFor(written: string, texts: MessageTemplate['texts']): Language {
  const own: Language = /\p{Script=Han}/u.test(written) || !/\p{L}/u.test(written) ? 'zh' : 'en';
  return texts[own] === undefined ? (Object.keys(texts)[0] as Language) : own;
}
