import { Slider } from 'antd';
import { useWords } from '../words/use-words.ts';

interface TimeSliderProps {
  readonly last: number;
  readonly at: number;
  /** The other moment, where two are compared. */
  readonly since: number | undefined;
  readonly timeOf: (version: number) => string;
  readonly onChoose: (version: number) => void;
  readonly onSince: (version: number) => void;
}

/** A stop for each event; with two handles where two moments are compared. */
export function TimeSlider({ last, at, since, timeOf, onChoose, onSince }: TimeSliderProps) {
  const { t } = useWords();
  const about = {
    className: 'grow',
    min: 1,
    max: Math.max(last, 1),
    tooltip: { formatter: (value?: number) => value !== undefined && `${value} · ${timeOf(value)}` },
    ariaValueTextFormatterForHandle: (value: number) => `${value}，${timeOf(value)}`,
  };
  if (since === undefined) return <Slider {...about} value={at} onChange={onChoose} ariaLabelForHandle={t('timeline')} />;
  return (
    <Slider
      {...about}
      range
      value={[Math.min(since, at), at]}
      onChange={([first = 1, second = first]) => {
        onSince(first);
        onChoose(second);
      }}
      ariaLabelForHandle={[t('earlierMoment'), t('laterMoment')]}
    />
  );
}
