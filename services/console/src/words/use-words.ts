import { useMemo } from 'react';
import { usePreferences } from '../look/preferences.ts';
import { faultInWords } from './fault-words.ts';
import { documentFaultWords } from './document-fault-words.ts';
import { deskWords } from './desk-words.ts';
import { digestWords } from './digest-words.ts';
import { governanceWords } from './governance-words.ts';
import type { Language, Pairs } from './pair.ts';
import { problemWords } from './problem-words.ts';
import { refusalWords } from './refusal-words.ts';
import { screenWords } from './screen-words.ts';

const everyWord = { ...screenWords, ...deskWords, ...governanceWords, ...digestWords };

export type ScreenWord = keyof typeof everyWord;

type Facts = Readonly<Record<string, string | number>>;

export interface Words {
  readonly language: Language;
  /** What the screen says; `{n}` and the like are filled in. */
  t(word: ScreenWord, facts?: Facts): string;
  /** What a page that is loaded when it is visited says, from its own words; they come with it and not with the first page. */
  say<Own extends Pairs>(pairs: Own, word: keyof Own & string, facts?: Facts): string;
  /** A wire word in the reader's language; itself where there are no words for it. */
  of(pairs: Pairs, word: string | undefined): string;
  problem(code: string): string;
  /** By its code where the fault has one, else by what it says. */
  fault(detail: string, code?: string): string;
}

export function wordsIn(language: Language): Words {
  const place = language === 'zh' ? 0 : 1;
  const of = (pairs: Pairs, word: string | undefined) => (word === undefined ? '' : (pairs[word]?.[place] ?? word));
  return {
    language,
    of,
    t: (word, facts = {}) => filled(everyWord[word][place], facts),
    say: (pairs, word, facts = {}) => filled(pairs[word]?.[place] ?? word, facts),
    problem: (code) => of(code in problemWords ? problemWords : refusalWords, code),
    fault: (detail, code = '') => {
      if (code in documentFaultWords) return of(documentFaultWords, code);
      return code in problemWords ? of(problemWords, code) : faultInWords(detail, language);
    },
  };
}

function filled(text: string, facts: Facts): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

export function useWords(): Words {
  const { language } = usePreferences();
  return useMemo(() => wordsIn(language), [language]);
}
