/** Languages in which a template has its text. */
export const templateLanguages = ['zh', 'en'] as const;

/** A text with `{{ placeholders }}` for a message that leaves the house (R6.5). */
export interface MessageTemplate {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly texts: Readonly<Partial<Record<(typeof templateLanguages)[number], TemplateText>>>;
}
export interface TemplateText {
  readonly subject?: string;
  readonly text: string;
}

/** What a template may name, with an example by which it is shown before it is approved. */
export const templateVariables: Readonly<Record<string, string>> = {
  'caller.name': '王女士',
  'ticket.number': '20261124-7K3QX2MB-R',
  'ticket.subject': '冰箱不制冷',
  'ticket.kind': 'complaint',
  'ticket.level': 'general',
  'ticket.item': 'fault',
  'ticket.status': 'in-progress',
  'ticket.registeredAt': '2026-11-24 09:12',
  'ticket.secret': '7f3kq0x2mb9r4t6v8w1z',
  'department.code': 'quality',
  'department.name': '质量部',
  'handler.name': '李明',
  'clock.name': 'resolve',
  'clock.due': '2026-11-30 18:00',
  'reply.text': '已更换压缩机。',
  reason: '等待配件',
  'centre.name': '客户服务中心',
  'centre.phone': '400-000-0000',
  link: 'https://service.example/public',
};

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The names of a text's placeholders, each once, in order. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name]) => String(name)))];
}

/** True where braces are left over that belong to no placeholder: a slip that would go out to the caller. */
export function hasBrokenPlaceholder(text: string): boolean {
  return /\{\{|\}\}|\{%|%\}/.test(text.replaceAll(placeholder, ''));
}

/**
 * The text as it goes out. Values are put in as they are and not looked at again, so that a caller's words never act as a
 * template. Names without a value are given back instead of a text with holes.
 */
export function renderTemplate(
  text: string,
  values: Readonly<Record<string, string>>,
): { readonly text: string } | { readonly missing: readonly string[] } {
  const missing = variablesOf(text).filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0) return { missing };
  return { text: text.replaceAll(placeholder, (_all, name: string) => values[name] as string) };
}
