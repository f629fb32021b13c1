import { useMutation } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { call, codeOf } from '../api/client.ts';
import { qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';

interface Redraw {
  readonly same: boolean;
  readonly seedIsItsOwn: boolean;
}

/** Draws the sample again, and says whether it comes to the same. */
export function RedrawButton({ sample }: { readonly sample: string }) {
  const { say, problem } = useWords();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => call<Redraw>('GET', `/samples/${sample}/redraw`),
  });
  if (error) return <span role="alert">{problem(codeOf(error))}</span>;
  if (data === undefined)
    return (
      <Button loading={isPending} onClick={() => mutate()}>
        {say(qualityWords, 'redraw')}
      </Button>
    );
  const holds = data.same && data.seedIsItsOwn;
  return (
    <Tag color={holds ? 'green' : 'red'} role="status">
      {say(qualityWords, holds ? 'isSame' : 'isNotSame')}
    </Tag>
  );
}
