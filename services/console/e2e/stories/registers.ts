import type { Page } from 'playwright-core';

export interface Call {
  readonly phone: string;
  readonly name: string;
  readonly subject: string;
  readonly description: string;
  readonly kind: string;
  readonly item: string;
  readonly level?: string;
  readonly address?: string;
  readonly district?: string;
}

interface Labels {
  readonly [member: string]: RegExp;
}

const labels: Labels = {
  phone: /^(电话|Phone)$/,
  name: /^(姓名|Name)$/,
  subject: /^(主题|Subject)$/,
  description: /^(诉求内容|Description)$/,
  address: /^(地址|Address)$/,
  district: /^(区域|District)$/,
};

/** What a caller says is typed into the form and registered. @returns the ticket's id */
export async function registers(page: Page, call: Call): Promise<string> {
  await page.getByLabel(labels['phone'] as RegExp).waitFor();
  for (const member of ['phone', 'name', 'subject', 'description'] as const)
    await page.getByLabel(labels[member] as RegExp).fill(call[member]);
  await choose(page, /类别|Kind/, call.kind);
  await choose(page, /事项|Item/, call.item);
  if (call.level !== undefined) await page.locator('.ant-segmented-item', { hasText: call.level }).click();
  if (call.address !== undefined || call.district !== undefined) {
    await page.getByRole('main').getByText(/^(更多|More)$/).click(); // prettier-ignore
    for (const member of ['address', 'district'] as const)
      if (call[member] !== undefined) await page.getByLabel(labels[member] as RegExp).fill(call[member]);
  }
  await page.getByRole('button', { name: /^(登记诉求|Register) Ctrl/ }).click();
  await page.getByRole('button', { name: /^(打开工单|Open the ticket)/ }).click();
  await page.waitForURL(/\/tickets\/[a-z0-9-]+/);
  return String(/\/tickets\/([a-z0-9-]+)/.exec(page.url())?.[1]);
}

async function choose(page: Page, label: RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.keyboard.type(option);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active', { hasText: option }).first().waitFor();
  await page.keyboard.press('Enter');
}
