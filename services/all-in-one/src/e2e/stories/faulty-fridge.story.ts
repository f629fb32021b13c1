import type { Storyteller } from './storyteller.js';

const complaint = {
  channel: 'phone',
  kind: 'complaint',
  level: 'general',
  item: 'fault',
  subject: '冰箱不制冷，送货时外壳压伤',
  description: '9 月 25 日送到的冰箱不制冷，外壳也有压痕。打过一次电话没有回音，要求修好或者换新。',
  caller: { name: '王丽', phone: '138 0013 8000' },
  location: { address: '上海市浦东新区张杨路 500 号', district: 'pudong' },
};

const approvedReply = '压缩机启动电容（型号 EC-45）已于 10 月 10 日更换，冷藏室当天降到 4 ℃；外壳由售后服务部更换了门板。';

/**
 * A complaint that needs two departments: sent to the wrong one first and returned, extended, sent back by the manager, over
 * the National Day holiday and its make-up workday, ended late, answered, surveyed as dissatisfied, reworked, closed.
 *
 * @returns the ticket's id
 */
export async function faultyFridge(story: Storyteller): Promise<string> {
  const ticket = await story.registers(
    '2026-09-28 09:05',
    'lin',
    complaint,
    'registers what 王丽 says on the phone, word by word',
  );
  const by = (who: string) => [who, ticket] as const;
  story.heading('To the wrong department, and back');
  await story.mayNot('2026-09-28 09:10', by('lin'), 'route', { lead: 'logistics', code: 'routing-needs-a-coordinator' });
  await story.does('2026-09-28 09:20', by('chen'), 'route', {
    lead: 'logistics', coHandling: ['after-sales'], note: '送货压伤，先由物流部处理',
    noticeToCaller: '您的诉求已转物流部办理。', says: 'sends it to logistics, with after-sales beside it, and tells the caller',
  }); // prettier-ignore
  await story.does('2026-09-28 09:40', by('sun'), 'accept', { department: 'after-sales', says: 'takes the co-handling part' });
  await story.does('2026-09-28 10:00', by('li'), 'request-return', {
    department: 'logistics', reason: '送货单有客户“外观完好”的签字，不制冷属质量问题，不在物流部职权内。', says: 'asks to give it back: not within their authority',
  }); // prettier-ignore
  await story.does('2026-09-28 11:10', by('chen'), 'grant-return', { department: 'logistics', says: 'grants the return' });
  await story.does('2026-09-28 11:30', by('chen'), 'route', {
    lead: 'quality', coHandling: ['after-sales'], says: 'sends it to quality; after-sales keeps its part and its clock',
  }); // prettier-ignore

  story.heading('Two departments side by side');
  await story.does('2026-09-28 14:00', by('wu'), 'accept', { department: 'quality', says: 'accepts the lead part' });
  await story.does('2026-09-29 16:00', by('sun'), 'report', {
    department: 'after-sales',
    text: '已上门，更换了压伤的门板。',
    says: 'reports: the dented door was replaced',
  });
  await story.does('2026-09-29 17:00', by('qian'), 'approve-result', {
    department: 'after-sales',
    says: 'approves the report of her department',
  });
  await story.does('2026-09-30 11:00', by('wu'), 'record-progress', {
    department: 'quality', text: '已电话告知：需要的启动电容缺货，厂家节后发货。', toldCaller: true, says: 'tells the caller how it stands (interim feedback)',
  }); // prettier-ignore

  story.heading('An extension, over a holiday with a make-up workday');
  await story.mayNot('2026-09-30 14:00', by('wu'), 'request-extension', {
    department: 'quality', by: '2026-10-08T10:00:00+08:00', reason: '配件缺货', code: 'not-later-than-the-deadline',
  }); // prettier-ignore
  await story.does('2026-09-30 14:05', by('wu'), 'request-extension', {
    department: 'quality', by: '2026-10-10T18:00:00+08:00', reason: '启动电容缺货，厂家 10 月 9 日发货。', says: 'asks for time until Saturday 10 October, a make-up workday',
  }); // prettier-ignore
  await story.does('2026-09-30 14:40', by('zhao'), 'endorse-extension', { department: 'quality', says: 'endorses the request' });
  await story.does('2026-09-30 15:30', by('chen'), 'grant-extension', {
    department: 'quality',
    says: 'grants it within what the policy allows',
  });

  story.heading('Sent back by the manager, and late');
  await story.does('2026-10-10 15:00', by('wu'), 'submit-result', {
    department: 'quality', result: '更换配件，制冷恢复。', reply: '您的冰箱已修好。', publishable: true, says: 'hands in result and wording',
  }); // prettier-ignore
  await story.does('2026-10-10 16:30', by('zhao'), 'send-back-result', {
    department: 'quality', reason: '没有写换了什么、什么时候换的，也没有回答外壳的问题。', says: 'sends both back: they say neither what was replaced nor when, and nothing of the door',
  }); // prettier-ignore
  await story.does('2026-10-10 17:20', by('wu'), 'report-overdue', {
    department: 'quality', reason: '需要到客户家核对型号和更换时间，今天不能完成。', says: 'reports to the executive that it will not be finished in time',
  }); // prettier-ignore
  await story.tellNotices('2026-10-10 17:25', by('gao'), 1);
  await story.tellNotices('2026-10-10 17:25', by('chen'), 1);
  await story.does('2026-10-10 17:45', by('lin'), 'explain-delay', {
    text: '王女士，维修已做，核对资料还差一步，周一上午给您正式答复，抱歉让您久等。', channel: 'phone', says: 'explains the delay to the caller before it is late',
  }); // prettier-ignore
  await story.does('2026-10-12 10:00', by('wu'), 'submit-result', {
    department: 'quality', result: '10 月 10 日更换启动电容 EC-45，试机 2 小时，冷藏室 4 ℃。', reply: approvedReply, publishable: true, says: 'hands in again, an hour of working time too late',
  }); // prettier-ignore
  await story.does('2026-10-12 11:00', by('zhao'), 'approve-result', {
    department: 'quality',
    says: 'approves result and wording',
  });
  await story.does('2026-10-12 14:00', by('lin'), 'accept-result', {
    says: 'checks it for the call centre: it answers the question',
  });
  await story.does('2026-10-12 15:00', by('lin'), 'reply', { channel: 'phone', says: 'replies, word by word as approved' });

  story.heading('Surveyed as dissatisfied: rework by the system');
  await story.does('2026-10-13 10:00', by('lin'), 'record-survey', {
    outcome: 2, service: 4, timeliness: 2, comment: '修好又坏了，夜里又不制冷。', says: 'asks the caller: the fridge does not cool again',
  }); // prettier-ignore
  await story.passTo('2026-10-13 10:20', ticket);
  await story.does('2026-10-13 10:30', by('wu'), 'accept', { department: 'quality', says: 'accepts the new assignment' });
  await story.does('2026-10-14 16:00', by('wu'), 'submit-result', {
    department: 'quality', result: '压缩机内漏，整机更换。', reply: '经检测压缩机内漏，10 月 14 日已为您更换同型号新机。', publishable: true, says: 'hands in: the whole fridge was replaced',
  }); // prettier-ignore
  await story.does('2026-10-14 16:40', by('zhao'), 'approve-result', { department: 'quality', says: 'approves it' });
  await story.does('2026-10-14 17:00', by('lin'), 'accept-result', { says: 'checks it' });
  await story.does('2026-10-14 17:20', by('lin'), 'reply', { channel: 'phone', says: 'replies' });
  await story.does('2026-10-16 10:00', by('lin'), 'record-survey', {
    outcome: 5,
    service: 5,
    timeliness: 3,
    says: 'asks again: the caller is content',
  });
  await story.does('2026-10-16 10:30', by('chen'), 'close', { code: 'resolved', says: 'closes the ticket (结案)' });
  return ticket;
}
