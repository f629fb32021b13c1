import { useWords } from '../../words/use-words.ts';
import { TextAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';

/** A message that leaves the house, in both languages, with {{ placeholders }}. */
export function TemplateForm() {
  const { t } = useWords();
  return (
    <div className="two">
      {(['zh', 'en'] as const).map((language) => (
        <div key={language} role="group" aria-label={language === 'zh' ? '中文' : 'English'}>
          <TextAt at={`/texts/${language}/subject`} label={`${t('subject')} · ${language === 'zh' ? '中文' : 'English'}`} />
          <TextAt
            at={`/texts/${language}/text`}
            label={`${t('text')} · ${language === 'zh' ? '中文' : 'English'}`}
            rows={8}
            most={5_000}
          />
        </div>
      ))}
    </div>
  );
}

/** A rule of the centre by paragraphs that decisions can cite. */
export function RuleForm() {
  const { t } = useWords();
  return (
    <div className="stack">
      <TextAt at="/title" label={t('title')} />
      <RowsAt
        at="/paragraphs"
        label={t('paragraphs')}
        blank={{}}
        row={(at) => (
          <>
            <TextAt at={`${at}/number`} label={t('paragraphNumber')} most={40} />
            <TextAt at={`${at}/text`} label={t('text')} rows={3} most={20_000} />
          </>
        )}
      />
    </div>
  );
}
