import { usePeople } from '../api/names.ts';
import { useSites } from '../api/ticket-queries.ts';
import { Facts, RecordPage } from '../look/RecordPage.tsx';
import { Steps } from '../look/Steps.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { equipmentEventWords, equipmentKindWords, equipmentStepWords, equipmentWords } from '../words/equipment-words.ts';
import { useWords } from '../words/use-words.ts';
import { EquipmentState } from './EquipmentState.tsx';
import { Faults } from './Faults.tsx';
import { MaintenancePlans } from './MaintenancePlans.tsx';
import type { EquipmentView } from './equipment-views.ts';

/** One item: what is wrong with it, what is to be done to it when, and all that happened to it. */
export function Page() {
  const inWords = useInWords();
  return (
    <RecordPage<EquipmentView>
      collection="equipment"
      steps={['report-fault', 'plan-maintenance', 'change', 'write-off', 'bring-back']}
      words={equipmentStepWords}
      title={({ id, name }) => `${inWords(name) ?? ''} ${id}`}
      state={(equipment) => <EquipmentState equipment={equipment} />}
      aside={(equipment) => <EquipmentFacts equipment={equipment} />}
    >
      {(equipment) => (
        <>
          <Faults equipment={equipment} />
          <MaintenancePlans equipment={equipment} />
        </>
      )}
    </RecordPage>
  );
}

function EquipmentFacts({ equipment }: { readonly equipment: EquipmentView }) {
  const { say, of } = useWords();
  const inWords = useInWords();
  const sites = useSites();
  const { kind, site, place, responsible, serialNumber, supplier, warrantyUntil, calendar, history } = equipment;
  const nameOf = usePeople([responsible]);
  return (
    <>
      <Facts
        rows={[
          [say(equipmentWords, 'kind'), of(equipmentKindWords, kind)],
          [say(equipmentWords, 'site'), sites.find(({ code }) => code === site)?.name ?? site],
          [say(equipmentWords, 'place'), inWords(place)],
          [say(equipmentWords, 'responsible'), nameOf(responsible)],
          [say(equipmentWords, 'serialNumber'), inWords(serialNumber)],
          [say(equipmentWords, 'supplier'), inWords(supplier)],
          [say(equipmentWords, 'warrantyUntil'), warrantyUntil],
          [say(equipmentWords, 'calendar'), calendar],
        ]}
      />
      <Steps
        title={say(equipmentWords, 'history')}
        steps={history}
        words={equipmentEventWords}
        written={['title', 'text', 'note', 'reason']}
      />
    </>
  );
}
