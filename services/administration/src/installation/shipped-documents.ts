import { mailTemplates, telephonyRuleCode, type DocumentType, type RoutingTable } from '@ledgerline/domain';
import { readFileSync } from 'node:fs';

export interface ShippedDocument {
  readonly type: DocumentType;
  readonly code: string;
  readonly body: unknown;
}

/** interface.md: sends everything to a person until changed. */
const routingTable: RoutingTable = { code: 'default', effectiveFrom: '2020-01-01T00:00:00Z', rules: [], fallback: 'call-centre' };

/** interface.md: the company's subject tree, in Chinese and English. */
const companyItems = {
  code: 'company',
  effectiveFrom: '2020-01-01T00:00:00Z',
  items: [
    { code: 'product', zh: '产品咨询', en: 'Product' },
    { code: 'order-delivery', zh: '订单与配送', en: 'Order and delivery' },
    { code: 'installation', zh: '安装', en: 'Installation' },
    { code: 'fault', zh: '故障', en: 'Fault' },
    { code: 'warranty-repair', zh: '保修与维修', en: 'Warranty and repair' },
    { code: 'return-refund', zh: '退换与退款', en: 'Return and refund' },
    { code: 'invoice-payment', zh: '发票与付款', en: 'Invoice and payment' },
    { code: 'privacy', zh: '隐私', en: 'Privacy' },
    { code: 'staff-conduct', zh: '员工行为', en: 'Staff conduct' },
    { code: 'website', zh: '网站与应用', en: 'Web site and app' },
    { code: 'suggestion', zh: '建议', en: 'Suggestion' },
    { code: 'other', zh: '其他', en: 'Other' },
  ],
};

export const shippedDocuments: readonly ShippedDocument[] = [
  { type: 'routing-table', code: 'default', body: routingTable },
  { type: 'item-tree', code: 'company', body: companyItems },
  { type: 'item-tree', code: 'city', body: shipped('city-items') },
  { type: 'calendar', code: 'default', body: shipped('default-calendar') },
  { type: 'policy', code: 'company', body: shipped('company-policy') },
  { type: 'policy', code: 'city-hotline', body: shipped('city-hotline-policy') },
  { type: 'digest-template', code: 'department-digest', body: shipped('department-digest') },
  { type: 'digest-template', code: 'executive-report', body: shipped('executive-report') },
  { type: 'probation-rule', code: 'default', body: shipped('probation-rule') },
  { type: 'telephony-rule', code: telephonyRuleCode, body: shipped('telephony-rule') },
  ...Object.keys(mailTemplates).map((code): ShippedDocument => ({ type: 'template', code, body: shipped(code) })),
  { type: 'script', code: 'satisfaction', body: shipped('satisfaction-script') },
];

function shipped(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./shipped/${name}.json`, import.meta.url), 'utf8'));
}
