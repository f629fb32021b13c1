import { digestSectionWords } from '../../words/digest-words.ts';
import { useWords } from '../../words/use-words.ts';
import { ChoiceAt, NumberAt, TextAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';

/** Which sections a digest has, in which order and under which words. */
export function DigestTemplateForm() {
  const { t, of } = useWords();
  const scopes = [
    { value: 'department', label: t('ofDepartment') },
    { value: 'centre', label: t('ofCentre') },
  ];
  const sections = Object.keys(digestSectionWords).map((value) => ({ value, label: of(digestSectionWords, value) }));
  return (
    <div className="stack">
      <div className="fields">
        <ChoiceAt at="/scope" label={t('scope')} options={scopes} />
        <TextsAt at="/title" label={t('title')} />
      </div>
      <TextsAt at="/intro" label={t('intro')} rows={3} />
      <RowsAt
        at="/sections"
        label={t('sections')}
        blank={{ section: 'volume' }}
        row={(at) => (
          <div className="fields">
            <ChoiceAt at={`${at}/section`} label={t('section')} options={sections} />
            <TextsAt at={`${at}/title`} label={t('title')} />
            <NumberAt at={`${at}/rows`} label={t('tableRows')} least={1} most={50} />
            <NumberAt at={`${at}/tickets`} label={t('namedTickets')} most={50} />
            <NumberAt at={`${at}/atLeast`} label={t('repeatsFrom')} least={2} most={1_000} />
            <TextsAt at={`${at}/intro`} label={t('intro')} rows={2} />
          </div>
        )}
      />
    </div>
  );
}

interface TextsProps {
  readonly at: string;
  readonly label: string;
  readonly rows?: number;
}

function TextsAt({ at, label, rows = 1 }: TextsProps) {
  const most = rows > 1 ? 2_000 : 120;
  return (
    <>
      <TextAt at={`${at}/zh`} label={`${label} · 中文`} rows={rows} most={most} />
      <TextAt at={`${at}/en`} label={`${label} · English`} rows={rows} most={most} />
    </>
  );
}
