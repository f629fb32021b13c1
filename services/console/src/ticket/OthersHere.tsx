import { EditOutlined, EyeOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { usePeopleAt } from '../live/people-at.ts';
import { useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';

/** Colleagues who are at this ticket now: two people need not answer the same caller. */
export function OthersHere({ ticket }: { readonly ticket: string }) {
  const { t } = useWords();
  const user = useUser();
  const others = usePeopleAt(ticket).filter(({ id }) => id !== user.id);
  const names = (doing: string) => others.filter((one) => one.doing === doing).map(({ name }) => name).join(t('comma')); // prettier-ignore
  const [looking, writing] = [names('looking'), names('writing')];
  return (
    <span role="status">
      {looking && <Tag icon={<EyeOutlined />}>{t('looking', { names: looking })}</Tag>}
      {writing && (
        <Tag color="orange" icon={<EditOutlined />}>
          {t('writing', { names: writing })}
        </Tag>
      )}
    </span>
  );
}
