import { equipmentFold, equipmentStateOf, plansToCome, remindsOfMaintenanceAt, type Equipment } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Listed } from '@ledgerline/kernel';

export type ListedEquipment = Listed<Equipment>;

/** Sorts after every date: nothing is due. */
export const nothingDue = '9999-12-31';

/** `dueOn`: its next maintenance. `wakes`: when somebody has next to be reminded of that. */
export const equipmentCollection: CollectionDefinition<ListedEquipment> = {
  name: 'equipment',
  version: 1,
  fields: { code: 'string', state: 'string', kind: 'string', site: 'string', responsible: 'string', dueOn: 'string', wakes: 'string' },
  indexes: [['code'], ['state', 'code'], ['kind', 'code'], ['site', 'code'], ['responsible', 'code'], ['dueOn'], ['responsible', 'dueOn'], ['wakes']],
  rows: (equipment) => {
    const { id: code, kind, site, responsible } = equipment;
    const dueOn = plansToCome(equipment)[0]?.due.dueOn ?? nothingDue;
    return [{ code, state: equipmentStateOf(equipment), kind, site, responsible, dueOn, wakes: remindsOfMaintenanceAt(equipment) ?? '' }];
  },
  text: ({ id, name, place, serialNumber, supplier }) =>
    [id, name, place, serialNumber, supplier].filter((one) => typeof one === 'string').join('\n'),
  personal: ['name', 'place', 'serialNumber', 'supplier', 'faults', 'plans', 'writtenOff'],
}; // prettier-ignore

export const equipmentList = foldedList('equipment', equipmentFold, equipmentCollection);
