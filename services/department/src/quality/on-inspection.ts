import { inspectionFold, mayCommand, unseenInspection, type InspectionEvent, type MaybeInspection } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand, type StreamCommand } from '@ledgerline/host';

type Prepare<Body> = Extract<
  StreamCommand<Body, MaybeInspection, InspectionEvent>['decide'],
  { readonly prepare: unknown }
>['prepare'];

/** A step of an inspection that shows to whoever takes it. */
export function onInspection<Body>(command: string, prepare: Prepare<Body>): AnswerCommand {
  return streamCommand<Body, MaybeInspection, InspectionEvent>({
    category: 'inspection',
    fold: inspectionFold,
    may: (roles) => mayCommand(roles, command),
    refuses: unseenInspection,
    hides: unseenInspection,
    decide: { prepare },
  });
}
