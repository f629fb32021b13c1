import type { TicketEvent } from '@ledgerline/domain';
import type { KeyId } from '@ledgerline/kernel';
import { aMessage, aRegistration } from './sample-requests.js';

/** A ticket's way of 25 events over two departments, a rejected result and a rework. */
export function lifeOfTicket(place: number, person: KeyId): readonly TicketEvent[] {
  const { caller, ...request } = aRegistration;
  const text = { person, text: aMessage.text };
  const reason = { person, reason: '请补充维修时间和责任人。 Say when, and who.' };
  const lead = `department-${place % 8}`;
  const other = `department-${(place + 1) % 8}`;
  const result = {
    department: lead,
    person,
    publishable: true,
    result: '更换压缩机，冰箱已恢复正常。 The compressor was replaced on Monday.',
    reply: '您好，压缩机已更换，给您带来不便敬请谅解。',
  };
  const submitted: TicketEvent = { type: 'ResultSubmitted', data: result };
  const approved: TicketEvent = { type: 'PartApproved', data: { department: lead } };
  const message: TicketEvent = { type: 'MessageAdded', data: { ...text, from: 'caller', channel: 'phone', attachments: [] } };
  const progress = (department: string): TicketEvent => ({
    type: 'ProgressRecorded',
    data: { ...text, department, toldCaller: true, attachments: [] },
  });
  const accepted = (department: string): TicketEvent => ({
    type: 'PartAccepted',
    data: { department, handler: `h-${department}` },
  });
  return [
    {
      type: 'TicketRegistered',
      data: {
        ...(request as {
          channel: 'phone';
          kind: 'complaint';
          level: 'general';
          item: string;
          subject: string;
          description: string;
        }),
        contact: `c${place}`,
        person,
        number: `20260302-${String(place).padStart(6, '0')}`,
        confidential: false,
        parent: false,
        anonymous: false,
        attachments: [],
        caller: { ...caller, name: `王丽${place % 1_000}` },
      },
    },
    { type: 'TicketRouted', data: { person, lead, coHandling: [other], by: 'person', note: '请尽快联系来电人。' } },
    accepted(lead),
    message,
    progress(lead),
    { type: 'TicketUrged', data: { ...text, department: other } },
    { type: 'UrgeAcknowledged', data: { department: other } },
    accepted(other),
    progress(other),
    { type: 'ReportSubmitted', data: { ...text, department: other, attachments: [] } },
    submitted,
    { type: 'PartApproved', data: { department: other } },
    { type: 'PartSentBack', data: { ...reason, department: lead } },
    submitted,
    approved,
    { type: 'ResultRejected', data: reason },
    submitted,
    approved,
    { type: 'ResultAccepted', data: {} },
    { type: 'ReplyGiven', data: { ...text, channel: 'phone', verifiedBy: 'number of the order' } },
    message,
    { type: 'ReworkOrdered', data: { ...reason, department: lead } },
    accepted(lead),
    submitted,
    approved,
  ];
}
