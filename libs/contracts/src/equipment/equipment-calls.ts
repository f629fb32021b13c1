import * as body from './equipment-commands.js';

type BodyClass = new () => object;

/** `POST /equipment/{id}/{step}`: the command, the shape of its body and what it is for. */
export const equipmentCalls: Readonly<
  Record<string, { readonly call: string; readonly body: BodyClass; readonly summary: string }>
> = {
  'report-fault': { call: 'report-fault', body: body.ReportFault, summary: 'It does not work as it should; anybody says so' },
  'take-on-fault': { call: 'take-on-fault', body: body.TakeOnFault, summary: 'Somebody sees to it' },
  'mend-fault': { call: 'mend-fault', body: body.MendFault, summary: 'It works again, and what was done' },
  'record-maintenance': { call: 'record-maintenance', body: body.RecordMaintenance, summary: 'Maintenance of a plan was done' },
  'plan-maintenance': {
    call: 'plan-maintenance',
    body: body.PlanMaintenance,
    summary: 'What is to be done when, by interval or by dates',
  },
  'revise-maintenance': { call: 'revise-maintenance', body: body.ReviseMaintenance, summary: 'Another plan in the place of one' },
  'end-maintenance': { call: 'end-maintenance', body: body.EndMaintenance, summary: 'A plan is no longer followed' },
  change: {
    call: 'change-equipment',
    body: body.ChangeEquipment,
    summary: 'Another place, another person responsible, or what was wrong',
  },
  'write-off': {
    call: 'write-off-equipment',
    body: body.WriteOffEquipment,
    summary: 'It is used no more; its faults and plans end',
  },
  'bring-back': { call: 'bring-back-equipment', body: body.BringBackEquipment, summary: 'It was written off by mistake' },
};
