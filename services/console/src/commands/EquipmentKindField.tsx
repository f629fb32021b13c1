import { AutoComplete } from 'antd';
import { equipmentKindWords } from '../words/equipment-words.ts';
import { useWords } from '../words/use-words.ts';

interface EquipmentKindFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** What sort of thing it is: one of the usual ones, or a code of the house's own. */
export function EquipmentKindField(field: EquipmentKindFieldProps) {
  const { of } = useWords();
  const options = Object.keys(equipmentKindWords).map((value) => ({
    value,
    label: `${of(equipmentKindWords, value)}（${value}）`,
  }));
  return <AutoComplete {...field} options={options} />;
}
