/** A contact as it leaves the edge: that there is a recording, not where; without the key id of the person. */
export type ContactView<Contact extends object> = Omit<Contact, 'person' | 'recording' | 'occurredAt'> & {
  /** When it came in, or was made. */
  readonly at: string;
  readonly hasRecording: boolean;
};

export function contactView(contact: Record<string, unknown>): Record<string, unknown> {
  const { person: _person, recording, occurredAt, ...shown } = contact;
  return { ...shown, at: occurredAt, hasRecording: recording !== undefined };
}
