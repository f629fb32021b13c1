/** A number and an address are looked up as such, in whatever way they are written. */
export function searchedBy(q: string): Readonly<Record<string, string>> {
  if (q === '') return {};
  if (/\S@\S/.test(q)) return { email: q };
  return q.replaceAll(/[^0-9]/g, '').length >= 5 && /^[0-9+()\s-]+$/.test(q) ? { phone: q } : { q };
}
