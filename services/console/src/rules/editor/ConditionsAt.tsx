import { kinds, levels, ticketChannels } from '@ledgerline/contracts/words';
import { useItems } from '../../api/items.ts';
import { useDepartments, useSites } from '../../api/ticket-queries.ts';
import { channelWords, kindWords, levelWords } from '../../words/ticket-words.ts';
import { useWords } from '../../words/use-words.ts';
import { ChoiceAt, TextAt } from './fields.tsx';

export type Condition = 'kind' | 'level' | 'item' | 'channel' | 'department' | 'site' | 'district' | 'product';

/** What a rule applies to: nothing chosen is everything. */
export function ConditionsAt({ at, by }: { readonly at: string; readonly by: readonly Condition[] }) {
  const { t, of } = useWords();
  const items = useItems();
  const departments = useDepartments();
  const sites = useSites();
  const named = (all: readonly { readonly code: string; readonly name: string }[]) =>
    all.map(({ code, name }) => ({ value: code, label: name }));
  const field: Readonly<Record<Condition, React.ReactNode>> = {
    kind: (
      <ChoiceAt at={`${at}/kind`} label={t('kind')} options={kinds.map((value) => ({ value, label: of(kindWords, value) }))} />
    ),
    level: (
      <ChoiceAt
        at={`${at}/level`}
        label={t('level')}
        options={levels.map((value) => ({ value, label: of(levelWords, value) }))}
      />
    ),
    item: <ChoiceAt at={`${at}/item`} label={t('item')} options={items.map(({ code, label }) => ({ value: code, label }))} />,
    channel: (
      <ChoiceAt
        at={`${at}/channel`}
        label={t('channel')}
        options={ticketChannels.map((value) => ({ value, label: of(channelWords, value) }))}
      />
    ),
    department: <ChoiceAt at={`${at}/department`} label={t('department')} options={named(departments)} />,
    site: <ChoiceAt at={`${at}/site`} label={t('site')} options={named(sites)} />,
    district: <TextAt at={`${at}/district`} label={t('district')} most={40} />,
    product: <TextAt at={`${at}/product`} label={t('product_')} most={40} />,
  };
  return (
    <div className="fields">
      {by.map((one) => (
        <div key={one}>{field[one]}</div>
      ))}
    </div>
  );
}
