import { Tag } from 'antd';
import { equipmentStateWords } from '../words/equipment-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedEquipment } from './equipment-views.ts';

const colors: Readonly<Record<ListedEquipment['state'], string>> = {
  'in-service': 'green',
  faulty: 'red',
  'in-repair': 'gold',
  'written-off': 'default',
};

export function EquipmentState({ equipment: { state } }: { readonly equipment: ListedEquipment }) {
  const { of } = useWords();
  return (
    <Tag color={colors[state]} style={{ margin: 0 }}>
      {of(equipmentStateWords, state)}
    </Tag>
  );
}
