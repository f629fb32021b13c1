import {
  sealCommit,
  streamName,
  type Commit,
  type Meta,
  type RecordedEvent,
  type SealedCommit,
  type StreamName,
} from '@ledgerline/kernel';
import type { Cryptography } from '@ledgerline/kernel';

/** For specs: histories of tickets that nobody decided, in all the ways that clocks and parts can go. */
export interface SampleLog {
  readonly commits: readonly SealedCommit[];
}

export type Step = readonly [type: string, data: object];
const departments = ['quality', 'after-sales', 'logistics'];

/** The same numbers for the same seed, from 0 up to (not with) `most`. */
export function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % most;
  };
}

/** A log of tickets, their commits taking turns; a commit has one event or two. Policy and calendar stand first. */
export function sampleLog(
  tickets: number,
  documents: readonly Step[][],
  seed: number,
  cryptography: Pick<Cryptography, 'sha256'>,
): SampleLog {
  const next = numbers(seed);
  const seal = sealing(cryptography);
  const commits = documents.map((steps) => {
    const { type, code } = (steps[0] as Step)[1] as { readonly type: string; readonly code: string };
    return seal(streamName('document', `${type}-${code}`), steps, Date.parse('2026-01-01T00:00:00Z'));
  });
  let at = Date.parse('2026-03-02T01:30:00Z');
  const open = Array.from({ length: tickets }, (_, place) => ({
    stream: streamName('ticket', `t${place}`),
    left: 8 + next(25),
    begun: false,
  }));
  while (open.length > 0) {
    at += next(60) * 60_000;
    const place = next(open.length);
    const ticket = open[place] as (typeof open)[number];
    const steps = Array.from({ length: 1 + next(2) }, () => happening(next));
    commits.push(seal(ticket.stream, ticket.begun ? steps : [registration(ticket.stream, next)], at));
    ticket.begun = true;
    ticket.left -= 1;
    if (ticket.left === 0) open.splice(place, 1);
  }
  return { commits };
}

export function sealing(cryptography: Pick<Cryptography, 'sha256'>) {
  const last = new Map<StreamName, SealedCommit>();
  let command = 0;
  return (stream: StreamName, steps: readonly Step[], milliseconds: number): SealedCommit => {
    const before = last.get(stream);
    const first = (before?.last ?? 0) + 1;
    const at = Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ fractionalSecondDigits: 3 });
    const meta: Meta = {
      at,
      recordedAt: at,
      actor: { kind: 'person', id: `a${milliseconds % 5}` },
      site: 'main',
      correlation: stream,
    };
    command += 1;
    const events = steps.map(([type, data], place): RecordedEvent => ({
      id: `c${command}.${place + 1}`,
      version: first + place,
      type,
      schema: 1,
      data,
      meta,
    }));
    const commit: Commit = {
      format: 1,
      stream,
      first,
      command: `c${command}`,
      digest: 'd',
      previous: before?.hash ?? null,
      events,
    };
    const sealed = sealCommit(commit, cryptography);
    last.set(stream, sealed);
    return sealed;
  };
}

function registration(stream: StreamName, next: (most: number) => number): Step {
  return [
    'TicketRegistered',
    {
      contact: 'c', person: 'p', number: stream, channel: 'phone', kind: ['complaint', 'fault-repair', 'request'][next(3)], level: 'general', item: 'fault',
      confidential: next(4) === 0, parent: false, attachments: [], anonymous: false, sealed: 'box',
    },
  ]; // prettier-ignore
}

function happening(next: (most: number) => number): Step {
  const department = departments[next(3)] as string;
  const other = departments[next(3)] as string;
  const steps: readonly Step[] = [
    ['TicketRouted', { lead: department, coHandling: other === department ? [] : [other], by: 'table' }],
    ['PartAccepted', { department, handler: `h-${department}` }],
    ['ReturnRequested', { person: 'p', department, attachments: [] }],
    ['ReturnGranted', { department }],
    ['PutOnHold', { person: 'p', department, reason: 'third-party' }],
    ['HoldEnded', { department }],
    ['InformationRequested', { person: 'p', department }],
    ['InformationReceived', { person: 'p' }],
    ['ExtensionRequested', { person: 'p', department, by: '2026-03-20T10:00:00Z' }],
    ['ExtensionGranted', { department, by: '2026-03-20T10:00:00Z' }],
    ['ReportSubmitted', { person: 'p', department, attachments: [] }],
    ['ResultSubmitted', { person: 'p', department, publishable: true }],
    ['PartApproved', { department }],
    ['PartSentBack', { person: 'p', department }],
    ['ResultAccepted', {}],
    ['ResultRejected', { person: 'p' }],
    ['ReplyGiven', { person: 'p', channel: 'phone' }],
    [
      'SurveyRecorded',
      { person: 'p', outcome: 1 + next(5), service: 4, timeliness: 3, ...(next(2) === 0 ? {} : { dissatisfied: ['outcome'] }) },
    ],
    ['ReworkOrdered', { person: 'p', department }],
    ['TicketUrged', { person: 'p', department }],
    ['UrgeAcknowledged', { department }],
    ['TicketReclassified', { person: 'p', kind: 'complaint', item: 'fault', level: ['general', 'important', 'urgent'][next(3)] }],
    ['MessageAdded', { person: 'p', from: 'caller', attachments: [] }],
    ['TicketClosed', { code: 'resolved' }],
    ['TicketReopened', { person: 'p' }],
  ];
  return steps[next(steps.length)] as Step;
}
