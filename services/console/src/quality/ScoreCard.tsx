import { Card, Table, Tag } from 'antd';
import { usePeople } from '../api/names.ts';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import type { SheetView } from '../rules/QualityDocuments.tsx';
import { qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import { Result } from './InspectionState.tsx';
import { notesOf } from './written-score.ts';
import type { ScoreView } from './quality-views.ts';

interface ScoreCardProps {
  readonly title: string;
  readonly sheet: SheetView;
  readonly score: ScoreView;
}

/** A sheet that somebody filled in: what was given for what, and why points were lost. */
export function ScoreCard({ title, sheet, score }: ScoreCardProps) {
  const { say } = useWords();
  const inWords = useInWords();
  const nameOf = usePeople([score.by?.by]);
  const given = new Map(score.marks.map((mark) => [mark.criterion, mark]));
  const notes = notesOf(score);
  const rows = sheet.groups.flatMap(({ name: group, criteria }) =>
    criteria.map(({ code, name, points }) => ({
      code,
      group,
      name,
      of: points,
      points: given.get(code)?.points,
      note: notes[code],
    })),
  );
  const made = sheet.fatal.filter(({ code }) => score.fatal.includes(code));
  const extra = (
    <span className="quiet">
      {score.by && `${nameOf(score.by.by)} · `}
      <Instant at={score.at} />
    </span>
  );
  return (
    <Card size="small" title={title} extra={extra}>
      <Table
        size="small"
        rowKey="code"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: say(qualityWords, 'groupName'), dataIndex: 'group' },
          { title: say(qualityWords, 'criterion'), dataIndex: 'name' },
          {
            title: say(qualityWords, 'points'),
            render: (_, { points = 0, of }) => (
              <span className={points < of ? 'figure late' : 'figure'}>
                {points} / {of}
              </span>
            ),
          },
          { title: say(qualityWords, 'note'), render: (_, { note }) => <span className="words">{note}</span> },
        ]}
      />
      <p className="words">
        {made.map(({ code, name }) => (
          <Tag key={code} color="red">
            {name}
          </Tag>
        ))}
        {score.remark && inWords(score.remark)}
      </p>
      <Result result={score} />
    </Card>
  );
}
