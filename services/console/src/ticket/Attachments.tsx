import { PaperClipOutlined } from '@ant-design/icons';
import { useWords } from '../words/use-words.ts';

/** Files open as downloads: the server never shows them as pages of ours. */
export function Attachments({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useWords();
  return (
    <span className="row-end">
      {ids.map((id, place) => (
        <a key={id} href={`/api/v1/attachments/${id}`} download rel="noopener">
          <PaperClipOutlined /> {t('attachments')} {place + 1}
        </a>
      ))}
    </span>
  );
}
