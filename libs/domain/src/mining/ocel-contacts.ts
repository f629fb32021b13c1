import type { RecordedEvent } from '@ledgerline/kernel';
import { objectId, ocelObjectTypes, type OcelObject } from './ocel.js';

/** A contact by its first event, which says how it came. */
export function ocelContact(id: string, { data, meta }: RecordedEvent): OcelObject {
  const told = data as Readonly<Record<string, unknown>>;
  const attributes = ocelObjectTypes.contact.flatMap((name) => {
    const value = told[name];
    return typeof value === 'string' ? [{ name, value, time: meta.at }] : [];
  });
  return { id: objectId('contact', id), type: 'contact', attributes, relationships: [] };
}
