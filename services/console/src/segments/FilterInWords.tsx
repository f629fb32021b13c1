import { isErased, type Sealed } from '../api/views.ts';
import { segmentFilterWords, segmentWords } from '../words/segment-words.ts';
import { channelWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import type { SegmentFilter } from './segment-views.ts';

/** By what customers are chosen: all that stands here holds of each. */
export function FilterInWords({ filter }: { readonly filter: Sealed<SegmentFilter> }) {
  const { t, say, of } = useWords();
  if (isErased(filter)) return <span className="quiet">{t('erased')}</span>;
  const given = Object.entries((filter ?? {}) as SegmentFilter);
  if (given.length === 0) return say(segmentWords, 'everybody');
  return given.map(([name, value]) => (
    <div key={name}>
      <span className="quiet">
        {of(segmentFilterWords, name)}
        {t('colon')}
      </span>
      {name === 'preferredChannel' ? of(channelWords, value) : value}
    </div>
  ));
}
