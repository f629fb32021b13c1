/** Levels of lists and objects within each other; a governed document has five. */
const deepest = 32;

/**
 * True for a value that has a canonical form and can be walked through: no text with half of a surrogate pair, no number beyond
 * what JSON readers agree on, not nested without end.
 */
export function isPlainJson(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= deepest) return false;
  return Object.entries(value).every(([name, member]) => name.isWellFormed() && isPlainJson(member, depth + 1));
}
