import { Typography } from 'antd';
import dayjs from 'dayjs';
import { dashboardWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';

interface ComputedProps {
  readonly asOf: string;
  readonly position: string | null;
}

/** When and where in the log figures were computed: who asks again with the same log gets the same figures. */
export function Computed({ asOf, position }: ComputedProps) {
  const { say } = useWords();
  return (
    <span className="row-end quiet" style={{ rowGap: 0 }}>
      <time dateTime={asOf} className="figure">
        {say(dashboardWords, 'computed', { t: dayjs(asOf).format('YYYY-MM-DD HH:mm:ss') })}
      </time>
      {position !== null && (
        <span>
          {say(dashboardWords, 'position')}{' '}
          <code className="cut position" title={position}>
            {position}
          </code>
          <Typography.Text copyable={{ text: position }} />
        </span>
      )}
    </span>
  );
}
