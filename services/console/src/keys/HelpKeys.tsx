import { Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords, type ScreenWord } from '../words/use-words.ts';
import { useKeys } from './use-keys.ts';

const shown: readonly (readonly [string, ScreenWord])[] = [
  ['/', 'keySearch'],
  ['n', 'keyRegister'],
  ['g w', 'keyWork'],
  ['j', 'keyDown'],
  ['k', 'keyUp'],
  ['Enter', 'keyOpen'],
  ['a', 'keyActions'],
  ['Ctrl+Enter', 'keySend'],
  ['?', 'keyHelp'],
];

/** The keys that work everywhere, and the page that lists all of them. */
export function HelpKeys() {
  const { t } = useWords();
  const go = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  useKeys({ '?': () => setIsOpen(true), n: () => void go('/register'), 'g w': () => void go('/work/mine') });
  return (
    <Modal open={isOpen} onCancel={() => setIsOpen(false)} footer={null} title={t('keys')} width={360}>
      <table style={{ width: '100%' }}>
        <tbody>
          {shown.map(([key, word]) => (
            <tr key={key}>
              <th scope="row" style={{ textAlign: 'left', padding: 4 }}>
                <kbd>{key}</kbd>
              </th>
              <td>{t(word)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
