/** Words that stand in every second matter and tell nothing. */
const ordinary = new Set(['请问', '尽快', '处理', '问题', '没有', '可以', '一个', '我们', '他们', '来电', '反映', '希望', 'please', 'with', 'that', 'this', 'have', 'from', 'does', 'when']); // prettier-ignore
const most = 3;
const cutter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The few words of a text by which others like it may be found: the first different ones that are no ordinary ones. */
export function tellingWords(text: string): readonly string[] {
  const words = [...cutter.segment(text.toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)
    .filter((word) => (/\p{Script=Han}/u.test(word) ? word.length >= 2 : word.length >= 4) && !ordinary.has(word));
  return [...new Set(words)].slice(0, most);
}
