import { requestOf, type Desk } from './desk.js';

const day = 24 * 60 * 60 * 1_000;

interface Item {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly place: string;
  readonly supplier: string;
  readonly serialNumber: string;
  readonly maintenance?: { readonly title: string; readonly everyDays?: number; readonly everyMonths?: number };
}

const items: readonly Item[] = [
  { code: 'ups-01', name: '机房不间断电源 UPS', kind: 'power', place: '三楼机房 B 柜', supplier: '华新电源', serialNumber: 'UX-20-0042', maintenance: { title: '放电测试与除尘', everyMonths: 3 } },
  { code: 'pbx-01', name: '语音交换机 PBX', kind: 'telephony', place: '三楼机房 A 柜', supplier: '中讯通信', serialNumber: 'ZX-8800-17', maintenance: { title: '巡检与备份配置', everyDays: 32 } },
  { code: 'rec-01', name: '录音服务器 Recorder', kind: 'recorder', place: '三楼机房 A 柜', supplier: '中讯通信', serialNumber: 'RC-500-03' },
  { code: 'headset-17', name: '话务耳机 Headset', kind: 'headset', place: '17 号坐席', supplier: '声悦', serialNumber: 'SY-17' },
  { code: 'screen-02', name: '大厅显示屏 Wallboard', kind: 'display', place: '话务大厅东墙', supplier: '明视', serialNumber: 'MS-65-2' },
]; // prettier-ignore

/** R12: a register with something due soon, something broken and something mended. @param anchor when the demo starts */
export async function keepEquipment(anchor: number, desk: Desk): Promise<void> {
  desk.now = anchor - 30 * day;
  for (const { maintenance, ...item } of items) {
    const body = { ...item, site: desk.ledgerline.configuration.site, responsible: 'deng.ke', warrantyUntil: '2028-12-31' };
    await give('qian.feng', 'register-equipment', item.code, body);
    if (maintenance !== undefined) await give('qian.feng', 'plan-maintenance', item.code, maintenance);
  }
  desk.now = anchor - 9 * day;
  await give('wang.li', 'report-fault', 'screen-02', { text: '左下角黑屏。', stops: false });
  desk.now = anchor - 8 * day;
  await give('deng.ke', 'take-on-fault', 'screen-02', { fault: 1, note: '厂家上门。' });
  desk.now = anchor - 6 * day;
  await give('deng.ke', 'mend-fault', 'screen-02', { fault: 1, text: '更换背光模组。' });
  desk.now = anchor - 2 * day;
  await give('wang.li', 'report-fault', 'headset-17', { text: '左耳没有声音。', stops: true });

  function give(who: string, call: string, id: string, body: object) {
    return desk.give('administration', call, requestOf(desk, { who, call, id, body }));
  }
}
