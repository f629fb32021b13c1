import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sfntOfWoff } from './sfnt-of-woff.js';

const { resolve } = createRequire(import.meta.url);

/** Noto Sans SC (OFL 1.1): some eight thousand signs, of which a PDF embeds those that it shows. */
function fontOf(weight: 400 | 700): Buffer {
  return sfntOfWoff(
    readFileSync(resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`)),
  );
}

export const chineseFont = { normal: fontOf(400), bold: fontOf(700) } as const;

/** 〓 stands where a sign has no type, as Chinese printers set it: better than a hole that nobody notices. */
const noType = '〓';

/** The text as it can be set. */
export function settable(): (text: string) => string {
  const font = create(chineseFont.normal);
  const known = new Map<string, string>();
  const sign = (one: string): string => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const set = one === '\n' || font.hasGlyphForCodePoint(one.codePointAt(0) as number) ? one : noType;
    known.set(one, set);
    return set;
  };
  return (text) =>
    Array.from(
      text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (mark) => (mark === '\n' ? mark : ' ')),
      sign,
    ).join('');
}
