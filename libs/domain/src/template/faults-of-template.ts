import { Faults, type DocumentFault } from '../document/document-fault.js';
import { faultsOfMailTemplate } from '../outgoing-mail/mail-templates.js';
import {
  hasBrokenPlaceholder,
  templateLanguages,
  templateVariables,
  variablesOf,
  type MessageTemplate,
} from './message-template.js';

/** Every fault for which a template could not be put in force; each unknown variable is named. */
export function faultsOfTemplate(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const template = faults.object('', body);
  faults.strangers('', template, ['code', 'effectiveFrom', 'texts']);
  faults.code('/code', template['code']);
  faults.instant('/effectiveFrom', template['effectiveFrom']);
  const texts = faults.object('/texts', template['texts']);
  faults.strangers('/texts', texts, templateLanguages);
  if (Object.keys(texts).length === 0 && faults.found.length === 0)
    faults.add('/texts', 'must have a text in zh or en', 'empty-list');
  for (const [language, given] of Object.entries(texts)) {
    if (!templateLanguages.includes(language as (typeof templateLanguages)[number])) continue;
    const at = `/texts/${language}`;
    const { subject, text } = faults.object(at, given);
    faults.strangers(at, given, ['subject', 'text']);
    if (subject !== undefined) checkText(`${at}/subject`, subject, { most: 200, variables: templateVariables }, faults);
    checkText(`${at}/text`, text, { most: 5_000, variables: templateVariables }, faults);
  }
  return faults.found.length > 0 ? faults.found : faultsOfMailTemplate(body as MessageTemplate);
}

/** What a text of a template may be: how long, and what it may name. */
export interface TextBounds {
  readonly most: number;
  readonly variables: Readonly<Record<string, string>>;
}

export function checkText(pointer: string, text: unknown, { most, variables }: TextBounds, faults: Faults): void {
  faults.text(pointer, text, most);
  if (typeof text !== 'string') return;
  for (const name of variablesOf(text))
    if (!Object.hasOwn(variables, name))
      faults.add(pointer, `names the unknown variable ${name.slice(0, 60) || '(none)'}`, 'unknown-variable');
  if (hasBrokenPlaceholder(text)) faults.add(pointer, 'has braces that belong to no {{ placeholder }}', 'broken-placeholder');
}
