import { describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readFormWithFiles, type SentFile } from './form-with-files.js';

const limits = { files: 2, bytes: 1_000 };

/** As browsers send it. */
async function sent(form: FormData, cut = Number.POSITIVE_INFINITY) {
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const bytes = Buffer.from(await request.arrayBuffer()).subarray(0, cut);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 100) }, (_, place) =>
    bytes.subarray(place * 100, place * 100 + 100),
  );
  return {
    headers: Object.fromEntries(request.headers) as { 'content-type': string },
    body: Readable.from(pieces, { objectMode: false }),
  };
}

function aForm(files: readonly (readonly [name: string, text: string])[]): FormData {
  const form = new FormData();
  form.append('subject', '门锁坏了');
  for (const [name, text] of files) form.append('attachments', new File([text], name, { type: 'text/plain' }));
  return form;
}

describe('a form with files', () => {
  test('is read part after part: fields, then files as far as they are wanted, each up to its limit', async () => {
    const taken: (readonly [name: string, text: string, truncated: boolean, subject: string | undefined])[] = [];
    const take = ({ name, content }: SentFile, entered: Readonly<Record<string, string | undefined>>) =>
      name === 'unwanted.txt'
        ? undefined
        : buffer(content).then((text) => void taken.push([name, text.toString(), content.truncated, entered['subject']]));
    const form = aForm([['锁.txt', '照片'], ['unwanted.txt', 'x'], ['long.txt', 'y'.repeat(1_200)]]); // prettier-ignore
    expect(await readFormWithFiles({ ...(await sent(form)), limits, take })).toEqual({ subject: '门锁坏了' });
    expect(taken).toEqual([
      ['锁.txt', '照片', false, '门锁坏了'],
      ['long.txt', 'y'.repeat(1_000), true, '门锁坏了'],
    ]);
  });

  test('where no file was chosen, there is a part without a name and no file', async () => {
    const take = () => Promise.reject(new Error('there is no file'));
    expect(await readFormWithFiles({ ...(await sent(aForm([['', '']]))), limits, take })).toMatchObject({ subject: '门锁坏了' });
  });

  test('that is cut off, broken or too large comes to an end, and so does what was taking its files', async () => {
    const ends: string[] = [];
    const take = ({ content }: SentFile) =>
      buffer(content).then(
        () => void ends.push('whole'),
        () => void ends.push('cut off'),
      );
    const form = () => sent(aForm([['a.txt', 'z'.repeat(900)]]), 700);
    await expect(readFormWithFiles({ ...(await form()), limits, take })).rejects.toThrow();
    expect(ends).toEqual(['cut off']);
    await expect(readFormWithFiles({ ...(await sent(aForm([]))), headers: { 'content-type': 'multipart/form-data' }, limits, take })).rejects.toThrow(); // prettier-ignore
    const endless = { files: 0, bytes: 10 };
    const large = aForm([['a.txt', 'z'.repeat(500_000)]]);
    await expect(readFormWithFiles({ ...(await sent(large)), limits: endless, take: () => undefined })).rejects.toThrow(
      /more than/,
    );
  });

  test('whose file cannot be kept is not waited for', async () => {
    const take = () => Promise.reject(new Error('the disk is full'));
    await expect(readFormWithFiles({ ...(await sent(aForm([['a.txt', 'z'.repeat(900)]]))), limits, take })).rejects.toThrow('the disk is full'); // prettier-ignore
  });
});
