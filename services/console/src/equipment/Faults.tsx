import { Card, Tag } from 'antd';
import { usePeople } from '../api/names.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { equipmentStepWords, equipmentWords, faultStateWords } from '../words/equipment-words.ts';
import { useWords } from '../words/use-words.ts';
import type { EquipmentView, FaultView } from './equipment-views.ts';

const colors: Readonly<Record<FaultView['state'], string>> = {
  reported: 'red',
  'taken-on': 'gold',
  mended: 'green',
  'written-off': 'default',
};

/** What was reported, who sees to it and what was done, the latest first. */
export function Faults({ equipment: { id, faults } }: { readonly equipment: EquipmentView }) {
  const { say } = useWords();
  const nameOf = usePeople(faults.flatMap(({ reported, takenOn, mended }) => [reported.by, takenOn?.by, mended?.by]));
  return (
    <Card size="small" title={say(equipmentWords, 'faults')}>
      {faults.length === 0 && <span className="quiet">{say(equipmentWords, 'noFaults')}</span>}
      <ol className="lines">
        {faults.toReversed().map((fault) => (
          <OneFault key={fault.fault} id={id} fault={fault} nameOf={nameOf} />
        ))}
      </ol>
    </Card>
  );
}

interface OneFaultProps {
  readonly id: string;
  readonly fault: FaultView;
  readonly nameOf: (account: string) => string;
}

function OneFault({ id, fault: { fault, text, stops, state, reported, takenOn, mended }, nameOf }: OneFaultProps) {
  const { say, of } = useWords();
  const inWords = useInWords();
  const possible = usePossibleSteps('equipment', id);
  const isOpen = state === 'reported' || state === 'taken-on';
  const offered = (['take-on-fault', 'mend-fault'] as const).filter((step) => isOpen && possible.includes(step));
  return (
    <li>
      <span className="row-end">
        <Tag color={colors[state]}>{of(faultStateWords, state)}</Tag>
        {stops && <Tag>{say(equipmentWords, 'stops')}</Tag>}
        <span className="quiet">
          {nameOf(reported.by)} · <Instant at={reported.at} />
        </span>
      </span>
      <div className="words">{inWords(text)}</div>
      {takenOn && (
        <div className="quiet">
          {nameOf(takenOn.by)} · <Instant at={takenOn.at} /> {inWords(takenOn.note)}{' '}
          {takenOn.expectedOn && say(equipmentWords, 'expectedOn', { date: takenOn.expectedOn })}
        </div>
      )}
      {mended && (
        <div className="quiet">
          {nameOf(mended.by)} · <Instant at={mended.at} /> {inWords(mended.text)}
        </div>
      )}
      <span className="row-end">
        {offered.map((step) => (
          <ActionButton
            key={step}
            type={step === 'mend-fault' ? 'primary' : 'default'}
            operation={`/equipment/{id}/${step}`}
            id={id}
            draftOf={`${id}.${fault}`}
            title={of(equipmentStepWords, step)}
            initial={{ fault }}
            without={['fault']}
            refresh={['equipment']}
          />
        ))}
      </span>
    </li>
  );
}
