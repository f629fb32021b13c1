import type { AddEntry, CorrectEntry, DescribeProfile, SayConsent, SetDoNotCall, WithdrawEntry } from '@ledgerline/contracts';
import {
  consentKey,
  consentsOf,
  type EntryContent,
  type Profile,
  type ProfileEntry,
  type ProfileEvent,
} from '@ledgerline/domain';
import { isErased, rejected, type Circumstances, type Rejection } from '@ledgerline/kernel';

/** A decision on what is kept of a customer who is there, of whom nothing may be kept yet. */
export type DecideOnProfile<Body> = (
  body: Body,
  profile: Profile,
  circumstances: Circumstances,
) => readonly ProfileEvent[] | Rejection;

/** Entries that stand, at most: a profile is read by people. */
const mostEntries = 200;
/** What somebody said about being turned to, at most: each word stays on record. */
const mostConsents = 500;

/** R10. Only what is another than it was. */
export const describeProfile: DecideOnProfile<DescribeProfile> = (body, { person, details }) => {
  if (isErased(details)) return rejected('customer-erased');
  const known: Readonly<Record<string, unknown>> = { ...details };
  const changes = Object.entries(body).filter(([name, value]) => value !== undefined && (known[name] ?? null) !== value);
  if (changes.length === 0) return rejected('nothing-to-change');
  return [{ type: 'ProfileDescribed', data: { person, details: Object.fromEntries(changes) } }];
};

/** @param match by which others who have the same number or address are found; undefined where it is no number at all */
export function addEntry(match: string | undefined): DecideOnProfile<AddEntry> {
  return ({ kind, text, label }, { person, entries, made }) => {
    const content = contentOf(kind, { text, label, match });
    if ('rejection' in content) return content;
    if (entries.length >= mostEntries) return rejected('too-many-entries', { most: mostEntries });
    if (entries.some((one) => one.kind === kind && isSame(one, content))) return rejected('entry-already-there');
    return [{ type: 'ProfileEntryAdded', data: { person, entry: made + 1, kind, content } }];
  };
}

/** @param matchOf of the entry's kind: `match` as above */
export function correctEntry(matchOf: (kind: string) => string | undefined): DecideOnProfile<CorrectEntry> {
  return ({ entry, text, label }, { person, entries }) => {
    const before = entries.find((one) => one.entry === entry);
    if (before === undefined) return rejected('entry-not-found');
    const content = contentOf(before.kind, { text, label, match: matchOf(before.kind) });
    if ('rejection' in content) return content;
    if (isSame(before, content) && !isErased(before.content) && before.content.text === text)
      return rejected('nothing-to-change');
    return [{ type: 'ProfileEntryCorrected', data: { person, entry, content } }];
  };
}

export const withdrawEntry: DecideOnProfile<WithdrawEntry> = ({ entry, reason }, { person, entries }) =>
  entries.some((one) => one.entry === entry)
    ? [{ type: 'ProfileEntryWithdrawn', data: { person, entry, reason } }]
    : rejected('entry-not-found');

/** What was said is on record with how it was said; said again with another proof it is another word. */
export const giveConsent: DecideOnProfile<SayConsent> = (body, profile, circumstances) =>
  wordSaid('ConsentGiven', body, profile, circumstances);

/** Also of what nobody ever agreed to: they said no. */
export const withdrawConsent: DecideOnProfile<SayConsent> = (body, profile, circumstances) =>
  wordSaid('ConsentWithdrawn', body, profile, circumstances);

/** R9: whatever they agreed to, they are not called. */
export const setDoNotCall: DecideOnProfile<SetDoNotCall> = ({ reason }, { person, doNotCall }) =>
  doNotCall === undefined ? [{ type: 'DoNotCallSet', data: { person, reason } }] : rejected('do-not-call-already');

export const liftDoNotCall: DecideOnProfile<SetDoNotCall> = ({ reason }, { person, doNotCall }) =>
  doNotCall === undefined ? rejected('may-be-called') : [{ type: 'DoNotCallLifted', data: { person, reason } }];

function wordSaid(
  type: 'ConsentGiven' | 'ConsentWithdrawn',
  { purpose, means, way, evidence, occurredAt }: SayConsent,
  profile: Profile,
  { at }: Circumstances,
): readonly ProfileEvent[] | Rejection {
  const saidAt = occurredAt === undefined ? at : Temporal.Instant.from(occurredAt).toString({ fractionalSecondDigits: 3 });
  if (saidAt > at) return rejected('occurred-in-the-future');
  if (profile.consents.length >= mostConsents) return rejected('too-many-entries', { most: mostConsents });
  const last = consentsOf([profile]).get(consentKey({ purpose, means }));
  const isRepeated = last?.given === (type === 'ConsentGiven') && last.evidence === evidence && last.way === way;
  if (isRepeated) return rejected('consent-already-said');
  const when = occurredAt === undefined ? {} : { occurredAt: saidAt };
  return [{ type, data: { person: profile.person, purpose, means, way, evidence, ...when } }];
}

interface Written {
  readonly text: string;
  readonly label: string | undefined;
  readonly match: string | undefined;
}

/** A number that nobody could call and an address that nobody could write to are refused. */
function contentOf(kind: string, { text, label, match }: Written): EntryContent | Rejection {
  const isReached = kind === 'phone' || kind === 'email';
  if (isReached && match === undefined) return rejected('not-a-number-or-address', { kind });
  return { text, ...(label === undefined ? {} : { label }), ...(isReached ? { match: match as string } : {}) };
}

function isSame({ content: before }: ProfileEntry, { text, label, match }: EntryContent): boolean {
  return !isErased(before) && (before.match ?? before.text) === (match ?? text) && before.label === label;
}
