import { describe, expect, jest, test } from '@jest/globals';
import { readPdf } from '@ledgerline/servers';
import { unzipSync } from 'fflate';
import { writeFileSync } from 'node:fs';
import { digestPage, type DigestPage } from '../digest-page.js';
import { sampleDigest, sampleNames } from '../sample-digest.js';
import { makeFile } from './make-file.js';

jest.setTimeout(400_000);

/** Long enough for several pages. */
function longPage(language: 'zh' | 'en'): DigestPage {
  const page = digestPage(sampleDigest, language, sampleNames(language));
  const [section] = page.sections;
  if (section === undefined) throw new TypeError('the sample has a section');
  const rows = Array.from({ length: 60 }, (_, place) => [`第${place + 1}行 冰箱不制冷`, place, 0, 0.5]);
  return { ...page, sections: [section, { ...section, title: '重复故障', rows }] };
}

describe('a digest as PDF', () => {
  test('has its text, Chinese too, as text, in embedded subsets of the font, and the mark on every page', async () => {
    const page = longPage('zh');
    const pdf = await makeFile('pdf', page);
    const kept = process.env['LEDGERLINE_KEEP_PDF'];
    if (kept) writeFileSync(kept, pdf);
    const { text, fonts } = await readPdf(pdf);
    const pages = text.split('\f').filter((one) => one.trim() !== '');
    expect(pages.length).toBeGreaterThan(1);
    for (const said of ['质量部汇总', '类别', '登记（上期）', '70.0 %', '（未填）', '合计', '第60行 冰箱不制冷', '20260302-A', '=1+1 冰箱不制冷'])
      expect(text).toContain(said);
    for (const [place, one] of pages.entries()) {
      expect(one).toContain('赵敏（zhao）');
      expect(one).toContain('main.e1.42');
      expect(one).toContain(`第 ${place + 1} 页，共 ${pages.length} 页`);
    }
    const used = fonts.split('\n').slice(2).filter((line) => line.trim() !== '');
    expect(used.length).toBeGreaterThan(0);
    for (const line of used) expect(line).toMatch(/[A-Z]{6}\+NotoSansSC.*\byes\s+yes\s+yes\b/);
    expect(pdf.length).toBeLessThan(300_000);
  }); // prettier-ignore

  test('sets 〓 for a sign that has no type, and nothing for what cannot be seen', async () => {
    const page = { ...digestPage(sampleDigest, 'zh', sampleNames('zh')), title: '喆䶮\u202e倒\u0000' };
    const { text } = await readPdf(await makeFile('pdf', page));
    expect(text).toMatch(/喆〓 ?倒/);
    expect(text).not.toMatch(/\u202e/);
  });
});

describe('a digest as a spreadsheet', () => {
  const parts = async (page: DigestPage) =>
    Object.fromEntries(
      Object.entries(unzipSync(await makeFile('xlsx', page))).map(([name, file]) => [name, Buffer.from(file).toString()]),
    );

  test('has numbers as numbers, texts that begin a formula as texts, and the mark in every sheet', async () => {
    const files = await parts(longPage('zh'));
    const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(3);
    const all = Object.values(files).join('\n');
    expect(all).toMatch(/&apos;=1\+1 冰箱不制冷|'=1\+1 冰箱不制冷/);
    expect(all).not.toMatch(/<f[ >]/);
    for (const [, sheet] of sheets) expect(sheet).toMatch(/<headerFooter><oddFooter>.*赵敏（zhao）.*main\.e1\.42/);
    expect(sheets[1]?.[1]).toMatch(/<v>7<\/v>/);
    expect(files['xl/workbook.xml']).toContain('name="投诉"');
  });

  test('names each sheet once, in as many characters as a sheet may have', async () => {
    const [section] = longPage('en').sections;
    const titles = ['Faults [all] / every:thing', 'Faults [all] / every:thing', 'x'.repeat(60)];
    const sections = titles.map((title) => ({ ...(section as DigestPage['sections'][number]), title }));
    const { 'xl/workbook.xml': book = '' } = await parts({ ...longPage('en'), sections });
    const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => String(name));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^[^\\/*?:[\]']{1,31}$/);
  });
});
