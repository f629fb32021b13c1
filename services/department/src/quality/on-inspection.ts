import {
  inspectionFold,
  mayCommand,
  unseenInspection,
  type Inspection,
  type InspectionEvent,
  type MaybeInspection,
} from '@ledgerline/domain';
import { commandsOn, type AnswerCommand, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Decide } from '@ledgerline/kernel';

type DecideInspection<Body> = Decide<Body, MaybeInspection, InspectionEvent>;

/** What a step is prepared from: the inspection as it stands, and the key that what is written of it is sealed with. */
interface KnownInspection<Body> {
  readonly inspection: Inspection;
  /** Its own, made when the first word is. */
  readonly person: string;
  readonly request: CommandRequest<Body>;
}

const step = commandsOn<MaybeInspection, InspectionEvent>({
  category: 'inspection',
  fold: inspectionFold,
  may: mayCommand,
  unseen: unseenInspection,
});

/** A step of an inspection that shows to whoever takes it. */
export function onInspection<Body>(
  command: string,
  decisionOn: (known: KnownInspection<Body>, ledgerline: Ledgerline) => DecideInspection<Body> | Promise<DecideInspection<Body>>,
): AnswerCommand {
  return step<Body>(command, {
    prepare: async (request, ledgerline) => {
      const { state: inspection } = await ledgerline.commands.current(streamName('inspection', request.id), inspectionFold);
      if (inspection === undefined) return () => rejected('inspection-not-found');
      const person = inspection.person ?? (await ledgerline.vault.newPerson());
      return decisionOn({ inspection, person, request }, ledgerline);
    },
  });
}
