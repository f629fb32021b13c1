import type { ChangeSegment, RetireSegment, SaveSegment } from '@ledgerline/contracts';
import { mayCommand, segmentFold, type MaybeSegment, type Segment, type SegmentEvent } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand, type StreamCommand } from '@ledgerline/host';
import { rejected, streamName, type Decide, type Rejection } from '@ledgerline/kernel';

type OnSegment<Body> = Decide<Body, MaybeSegment, SegmentEvent>;

/** @param person key for a segment that is new */
export function saveSegment(person: string): OnSegment<SaveSegment> {
  return ({ name, purpose, filter }, segment) =>
    segment === undefined
      ? [{ type: 'SegmentSaved', data: { person, name, purpose, filter: { ...filter } } }]
      : rejected('segment-exists');
}

export const changeSegment: OnSegment<ChangeSegment> = ({ name, filter }, state) => {
  const segment = inUse(state);
  if ('rejection' in segment) return segment;
  return [{ type: 'SegmentChanged', data: { person: segment.person, name, filter: { ...filter } } }];
};

export const retireSegment: OnSegment<RetireSegment> = ({ reason }, state) => {
  const segment = inUse(state);
  return 'rejection' in segment ? segment : [{ type: 'SegmentRetired', data: { person: segment.person, reason } }];
};

function inUse(segment: MaybeSegment): Segment | Rejection {
  if (segment === undefined) return rejected('segment-not-found');
  return segment.isRetired ? rejected('segment-is-retired') : segment;
}

/** R10: saved filters over the customer base. */
export const segmentCommands: Readonly<Record<string, AnswerCommand>> = {
  'save-segment': onSegment<SaveSegment>('save-segment', {
    prepare: async ({ id }, { commands, vault }) => {
      const { state } = await commands.current(streamName('segment', id), segmentFold);
      return saveSegment(state?.person ?? (await vault.newPerson()));
    },
  }),
  'change-segment': onSegment<ChangeSegment>('change-segment', changeSegment),
  'retire-segment': onSegment<RetireSegment>('retire-segment', retireSegment),
};

function onSegment<Body>(command: string, decide: StreamCommand<Body, MaybeSegment, SegmentEvent>['decide']): AnswerCommand {
  return streamCommand<Body, MaybeSegment, SegmentEvent>({
    category: 'segment',
    fold: segmentFold,
    may: (roles) => mayCommand(roles, command),
    decide,
  });
}
