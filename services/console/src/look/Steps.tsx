import { Card } from 'antd';
import type { ReactNode } from 'react';
import { usePeople } from '../api/names.ts';
import type { Sealed } from '../api/views.ts';
import type { Pairs } from '../words/pair.ts';
import { useWords } from '../words/use-words.ts';
import { Instant } from './times.tsx';
import { useInWords } from './use-in-words.ts';

/** One step of how something came to what it is. */
export interface ShownStepView {
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface StepsProps {
  readonly title: string;
  readonly steps: readonly ShownStepView[];
  /** Events by their wire names. */
  readonly words: Pairs;
  /** Members that are what somebody wrote, in the order in which they read. */
  readonly written: readonly string[];
  readonly more?: (step: ShownStepView) => ReactNode;
}

/** How it came to this, the latest first: who did what, when, and why. */
export function Steps({ title, steps, words, written, more }: StepsProps) {
  const { of, t } = useWords();
  const inWords = useInWords();
  const nameOf = usePeople(steps.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf]));
  return (
    <Card size="small" title={title}>
      <ol className="lines">
        {steps.toReversed().map((step) => (
          <li key={step.version}>
            <span className="row-end">
              <strong>{of(words, step.type)}</strong>
              <span className="quiet">
                {nameOf(step.by)} {step.onBehalfOf && t('inPlaceOf', { name: nameOf(step.onBehalfOf) })}
                {nameOf(step.by) && ' · '}
                <Instant at={step.at} />
              </span>
            </span>
            {more?.(step)}
            {written
              .filter((member) => step.data[member] !== undefined)
              .map((member) => (
                <div key={member} className="words">
                  {inWords(step.data[member] as Sealed<string>)}
                </div>
              ))}
          </li>
        ))}
      </ol>
    </Card>
  );
}
