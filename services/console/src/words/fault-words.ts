import type { Language } from './pair.ts';

/** Faults of a field as the API names them, in English for machines; here for people. */
const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => readonly [string, string]])[] = [
  [/should not be empty|must be longer than or equal to 1 char|must match \/\\S\//, () => ['请填写', 'Has to be filled in']],
  [/must be longer than or equal to (\d+)/, ([, least]) => [`至少 ${least} 个字符`, `At least ${least} characters`]],
  [/must be shorter than or equal to (\d+)/, ([, most]) => [`最多 ${most} 个字符`, `At most ${most} characters`]],
  [/must be a string|must be an array|must be a boolean|must be an object/, () => ['请填写', 'Has to be filled in']],
  [/must be one of/, () => ['请选择', 'Choose one']],
  [/must be an email/, () => ['不是有效的邮箱地址', 'Not an e-mail address']],
  [/instant|RFC 3339|date/i, () => ['不是有效的时间', 'Not a valid time']],
  [/must contain at least (\d+)/, ([, least]) => [`至少选择 ${least} 项`, `At least ${least}`]],
  [/must contain no more than (\d+)/, ([, most]) => [`最多 ${most} 项`, `At most ${most}`]],
  [/must not be greater than (\d+)/, ([, most]) => [`最多 ${most}`, `At most ${most}`]],
  [/must not be less than (\d+)/, ([, least]) => [`至少 ${least}`, `At least ${least}`]],
  [/must be an integer|must be a number/, () => ['请填写数字', 'Has to be a number']],
  [/nested property/, () => ['请填写', 'Has to be filled in']],
  [/unique/, () => ['有重复', 'Something is there twice']],
  [/must match/, () => ['格式不正确', 'Not in the right form']],
];

export function faultInWords(detail: string, language: Language): string {
  for (const [pattern, words] of patterns) {
    const found = pattern.exec(detail);
    if (found) return words(found)[language === 'zh' ? 0 : 1];
  }
  return language === 'zh' ? `格式不正确（${detail}）` : detail;
}
