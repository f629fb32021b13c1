import * as body from './ticket-commands.js';

/** Every service: what an installation is ready with. */
export const serviceNames = [
  'gateway',
  'intake',
  'routing',
  'department',
  'notification',
  'reporting',
  'administration',
] as const;
export type ServiceName = (typeof serviceNames)[number];
type BodyClass = new () => object;

/** Every command on a ticket: who decides it, and the shape of its body. OpenAPI and the gateway's route come from here. */
export const ticketCalls: Readonly<Record<string, { readonly service: ServiceName; readonly body: BodyClass }>> = {
  answer: { service: 'intake', body: body.Answer },
  reclassify: { service: 'intake', body: body.Reclassify },
  refuse: { service: 'intake', body: body.Refuse },
  withdraw: { service: 'intake', body: body.Withdraw },
  'add-message': { service: 'intake', body: body.AddMessage },
  'accept-result': { service: 'intake', body: body.AcceptResult },
  'reject-result': { service: 'intake', body: body.RejectResult },
  close: { service: 'intake', body: body.Close },
  reopen: { service: 'intake', body: body.Reopen },
  route: { service: 'routing', body: body.Route },
  designate: { service: 'routing', body: body.Designate },
  'request-return': { service: 'routing', body: body.RequestReturn },
  'grant-return': { service: 'routing', body: body.GrantReturn },
  'refuse-return': { service: 'routing', body: body.RefuseReturn },
  'release-department': { service: 'routing', body: body.ReleaseDepartment },
  rework: { service: 'routing', body: body.Rework },
  accept: { service: 'department', body: body.Accept },
  'assign-handler': { service: 'department', body: body.AssignHandler },
  'record-progress': { service: 'department', body: body.RecordProgress },
  report: { service: 'department', body: body.Report },
  'submit-result': { service: 'department', body: body.SubmitResult },
  'approve-result': { service: 'department', body: body.ApproveResult },
  'send-back-result': { service: 'department', body: body.SendBackResult },
  hold: { service: 'department', body: body.Hold },
  resume: { service: 'department', body: body.Resume },
  'request-information': { service: 'department', body: body.RequestInformation },
  'receive-information': { service: 'department', body: body.ReceiveInformation },
  'request-extension': { service: 'department', body: body.RequestExtension },
  'endorse-extension': { service: 'department', body: body.EndorseExtension },
  'grant-extension': { service: 'department', body: body.GrantExtension },
  'refuse-extension': { service: 'department', body: body.RefuseExtension },
  reply: { service: 'notification', body: body.Reply },
  urge: { service: 'notification', body: body.Urge },
  'acknowledge-urge': { service: 'notification', body: body.AcknowledgeUrge },
};
