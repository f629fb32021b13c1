import type { Storyteller } from './storyteller.js';

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章'];
export const callers = surnames.length;

const matter = {
  channel: 'phone',
  kind: 'fault-repair',
  level: 'important',
  item: 'fault',
  product: 'rq-16',
};

/** The n-th caller of one housing estate, whose heater smells of gas. */
function call(n: number) {
  return {
    ...matter,
    subject: `热水器有煤气味（${n + 1}）`,
    description: `锦绣苑 ${n + 1} 号：晚上开热水器闻到煤气味，头有点晕。`,
    caller: { name: `${surnames[n]}先生`, phone: `139 1000 ${String(1_000 + n)}` },
    location: { address: `锦绣苑 ${n + 1} 号`, district: 'minhang' },
  };
}

const event = {
  ...matter,
  level: 'urgent',
  parent: true,
  subject: '锦绣苑多户热水器煤气味',
  description: 'RQ-16 型热水器，同一批次，锦绣苑小区多户夜间报告煤气味。',
  caller: { name: '锦绣苑物业沈主任', phone: '139 1000 0999' },
  location: { address: '锦绣苑', district: 'minhang' },
};

const reply = '同一批次 RQ-16 的减压阀已全部关停更换，经燃气公司检测，锦绣苑各户可以安全使用。费用由本公司承担。';

/**
 * An urgent major event on a Saturday night with forty callers on one cause: noticed as a burst, raised as a parent event, the
 * first executive does not answer, the second decides; replied to in bulk before the approval; each caller surveyed singly.
 *
 * @returns ids of the parent and of one of its children
 */
export async function gasAtNight(story: Storyteller): Promise<{ readonly event: string; readonly child: string }> {
  const night = '2026-10-31';
  const first: string[] = [];
  for (let n = 0; n < 12; n += 1) first.push(await story.registersQuietly(`${night} 23:${String(32 + n)}`, 'lin', call(n)));
  story.say(
    `${night} 23:43`,
    'lin',
    'has registered twelve calls from one estate in twelve minutes, each with the caller’s words',
  );
  await story.tellSurge(`${night} 23:44`, 'chen');

  story.heading('The event is raised, and an executive is found');
  const parent = await story.registers(`${night} 23:45`, 'lin', event, 'registers the parent event as urgent');
  const by = (who: string) => [who, parent] as const;
  await story.does(`${night} 23:46`, by('lin'), 'record-measure', {
    text: '已请各户关阀开窗、离开房间；已报 119 和燃气公司抢修，警情号 4471。', says: 'records the measures taken at once; they wait for no decision',
  }); // prettier-ignore
  await story.attaches(`${night} 23:50`, 'lin', first, parent);
  await story.does(`${night} 23:53`, by('chen'), 'route', {
    lead: 'after-sales', coHandling: ['quality'], says: 'sends it to after-sales, with quality beside it',
  }); // prettier-ignore
  await story.does('2026-11-01 00:05', by('sun'), 'accept', { department: 'after-sales', says: 'accepts and sets out' });
  await story.does('2026-11-01 00:08', by('wu'), 'accept', { department: 'quality', says: 'accepts the co-handling part' });
  await story.does('2026-11-01 00:14', by('he'), 'acknowledge-urgent', {
    says: 'acknowledges: 高远 had not answered, the system told the next',
  });

  const later: string[] = [];
  for (let n = 12; n < callers; n += 1)
    later.push(
      await story.registersQuietly(`2026-11-01 00:${String(15 + Math.floor((n - 12) / 2)).padStart(2, '0')}`, 'lin', call(n)),
    );
  story.say('2026-11-01 00:29', 'lin', `has registered ${callers - 12} more calls on the same cause`);
  await story.attaches('2026-11-01 00:30', 'lin', later, parent);

  story.heading('The decision, handed down and explained');
  await story.does('2026-11-01 00:50', by('he'), 'record-decision', {
    text: '停用同批次全部 RQ-16，今夜更换减压阀，费用公司承担；必要时安排住户临时住宿。', participants: ['何平', '钱芳', '赵敏'], says: 'decides, with who took part',
  }); // prettier-ignore
  await story.does('2026-11-01 01:00', by('chen'), 'hand-down-decision', {
    departments: ['after-sales', 'quality'], text: '按决定执行：停用、更换、费用公司承担。', says: 'hands the decision down',
  }); // prettier-ignore
  await story.does('2026-11-01 01:30', by('chen'), 'explain-decision', {
    text: '公司决定今夜为全部住户更换减压阀，费用由公司承担。', channel: 'sms', says: 'explains it to the callers',
  }); // prettier-ignore

  story.heading('Handled in the night, replied to before the approval');
  const [odd, ...others] = [...first, ...later] as [string, ...string[]];
  await story.does('2026-11-01 02:10', by('wu'), 'report', {
    department: 'quality',
    text: '减压阀膜片批次缺陷，已封存库存。',
    says: 'reports for quality: a batch of membranes',
  });
  await story.does('2026-11-01 02:30', ['chen', odd], 'detach-from-event', {
    reason: '此户是另一型号，煤气味来自灶具软管。', says: 'takes one caller out: another appliance, a cause of its own',
  }); // prettier-ignore
  await story.does('2026-11-01 02:32', ['chen', odd], 'route', { lead: 'after-sales', says: 'sends that one on its own way' });
  await story.does('2026-11-01 05:30', by('sun'), 'submit-result', {
    department: 'after-sales', result: '39 户减压阀更换完毕，逐户检漏合格。', reply, publishable: true, says: 'hands in: every valve replaced and tested',
  }); // prettier-ignore
  await story.does('2026-11-01 06:30', by('chen'), 'reply', {
    text: reply,
    channel: 'sms',
    says: 'replies on the event itself; an urgent reply need not wait for the approval',
  });
  await story.does('2026-11-01 06:35', by('chen'), 'reply-to-all', {
    text: reply,
    channel: 'sms',
    says: 'replies to all: one reply each caller',
  });
  await story.tellReplies('2026-11-01 06:40', parent);
  await story.does('2026-11-02 09:30', by('zhao'), 'approve-result', {
    department: 'quality',
    says: 'approves the report of quality on the next working day',
  });
  await story.does('2026-11-02 10:00', by('qian'), 'approve-result', {
    department: 'after-sales',
    says: 'reviews result and wording after the reply',
  });
  const child = String(others[0]);
  await story.does('2026-11-02 14:00', ['lin', child], 'record-survey', {
    outcome: 5,
    service: 5,
    timeliness: 5,
    says: 'surveys the first of the callers',
  });
  await story.does('2026-11-02 14:05', ['chen', child], 'close', { code: 'resolved', says: 'closes that caller’s ticket' });
  await story.does('2026-11-02 16:00', by('chen'), 'close', { code: 'resolved', says: 'closes the event' });
  return { event: parent, child };
}
