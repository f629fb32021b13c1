import { UndeclaredQuery, type Query } from '@ledgerline/kernel';

/**
 * The fields that a list is sorted by: those that `sort` names, without those that a filter holds to one value. In which orders there are lists at
 * all, their indexes say.
 *
 * @param sort as in the address: names with commas between, `-` descends
 * @throws UndeclaredQuery where some descend and others do not: no index goes both ways at once
 */
export function sortOfList(sort: string, where: Query['where']): readonly string[] {
  const fields = sort.split(',').filter((name) => {
    const condition = where[name.replace(/^-/, '')];
    return condition === undefined || typeof condition === 'object';
  });
  if (new Set(fields.map((name) => name.startsWith('-'))).size > 1) throw new UndeclaredQuery(sort);
  return fields;
}
