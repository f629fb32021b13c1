import { Card } from 'antd';
import { useWords } from '../words/use-words.ts';

interface Template {
  readonly texts?: Readonly<Partial<Record<'zh' | 'en', { readonly subject?: string; readonly text: string }>>>;
}

/** What goes out to callers, in both languages. */
export function TemplateTexts({ template: { texts = {} } }: { readonly template: Template }) {
  return (
    <div className="two">
      {(['zh', 'en'] as const).map((language) => {
        const said = texts[language];
        if (!said) return null;
        return (
          <Card key={language} size="small" title={said.subject ?? (language === 'zh' ? '中文' : 'English')}>
            <div className="words">{said.text}</div>
          </Card>
        );
      })}
    </div>
  );
}

interface Rule {
  readonly title?: string;
  readonly paragraphs?: readonly { readonly number: string; readonly text: string }[];
}

/** A rule of the centre, by its paragraphs. */
export function RuleText({ rule: { title, paragraphs = [] } }: { readonly rule: Rule }) {
  const { t } = useWords();
  return (
    <Card size="small" title={title ?? t('centreRules')}>
      {paragraphs.map(({ number, text }) => (
        <p key={number} className="words">
          <strong>{number}</strong> {text}
        </p>
      ))}
    </Card>
  );
}
