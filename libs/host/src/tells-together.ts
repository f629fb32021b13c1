/**
 * What is said in one turn of the event loop is told in one message, the last word of each alone: a batch of the log moves every
 * projection, and a message costs both threads more than what it says.
 */
export function tellsTogether<Word>(tell: (words: readonly Word[]) => void): (who: string, word: Word) => void {
  const words = new Map<string, Word>();
  return (who, word) => {
    if (words.size === 0)
      setImmediate(() => {
        tell([...words.values()]);
        words.clear();
      });
    words.set(who, word);
  };
}
