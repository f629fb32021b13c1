import type { Uploaded } from '../commands/AttachmentsField.tsx';

/** What the form holds; nothing of it has to be complete yet. */
export interface Matter {
  readonly channel?: string;
  readonly kind?: string;
  readonly level?: string;
  readonly item?: string;
  readonly subject?: string;
  readonly description?: string;
  readonly caller?: { readonly name?: string; readonly phone?: string; readonly email?: string; readonly anonymous?: boolean };
  readonly location?: { readonly address?: string; readonly district?: string };
  readonly about?: { readonly department?: string; readonly person?: string };
  readonly product?: string;
  readonly callId?: string;
  readonly occurredAt?: string;
  readonly confidential?: boolean;
  readonly parent?: boolean;
  readonly attachments?: readonly Uploaded[];
}

/** Most that come are calls about something ordinary. */
export const emptyMatter: Matter = { channel: 'phone', level: 'general' };

/** The beginning of a matter that one comes to from somewhere else, as an address gives it. */
export function matterFrom(given: URLSearchParams): Matter {
  const text = (name: string) => given.get(name) ?? undefined;
  const [phone, district] = [text('phone'), text('district')];
  const known = { channel: text('channel'), level: text('level'), item: text('item'), callId: text('callId') };
  return {
    ...emptyMatter,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    ...(phone === undefined ? {} : { caller: { phone } }),
    ...(district === undefined ? {} : { location: { district } }),
    ...(given.get('parent') === 'true' ? { parent: true } : {}),
  };
}

/** The body of `POST /tickets`: nothing that is empty, at any depth; `caller` always. */
export function bodyOf({ attachments, ...matter }: Matter): Record<string, unknown> {
  const ids = (attachments ?? []).map(({ id }) => id);
  return { caller: {}, ...(withoutEmpty(matter) as object), ...(ids.length > 0 ? { attachments: ids } : {}) };
}

function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value)
    .map(([name, member]) => [name, typeof member === 'string' ? member.trim() : withoutEmpty(member)] as const)
    .filter(([, member]) => member !== undefined && member !== null && member !== '' && member !== false && !isNothing(member));
  return Object.fromEntries(members);
}

function isNothing(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
