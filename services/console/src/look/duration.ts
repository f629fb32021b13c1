import type { Words } from '../words/use-words.ts';

const units = [
  [86_400, '天', 'd'],
  [3_600, '小时', 'h'],
  [60, '分', 'min'],
] as const;

/** `2天3小时`, `2 d 3 h`: the two largest units, or fewer; under a minute the seconds. */
export function duration(seconds: number, { language }: Pick<Words, 'language'>, most = 2): string {
  let rest = Math.floor(Math.abs(seconds));
  const told: string[] = [];
  for (const [size, zh, en] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) told.push(language === 'zh' ? `${count}${zh}` : `${count} ${en}`);
  }
  if (told.length === 0) return language === 'zh' ? `${rest}秒` : `${rest} s`;
  return told.slice(0, most).join(language === 'zh' ? '' : ' ');
}
