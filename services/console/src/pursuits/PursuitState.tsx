import { Tag } from 'antd';
import { pursuitStageWords } from '../words/pursuit-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedPursuit, PursuitStage } from './pursuit-views.ts';

const colors: Readonly<Record<PursuitStage, string>> = {
  new: 'gold',
  contacted: 'blue',
  qualified: 'blue',
  offered: 'blue',
  won: 'green',
  kept: 'green',
  lost: 'default',
};

export function PursuitState({ pursuit: { stage } }: { readonly pursuit: ListedPursuit }) {
  const { of } = useWords();
  return (
    <Tag color={colors[stage]} style={{ margin: 0 }}>
      {of(pursuitStageWords, stage)}
    </Tag>
  );
}
