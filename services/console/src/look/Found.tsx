import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { codeOf } from '../api/client.ts';
import { useWords } from '../words/use-words.ts';

interface FoundProps {
  /** What was asked for it. */
  readonly asked: { readonly error: unknown; readonly isLoading: boolean };
  /** Said where there is nothing, or where nothing was asked yet; nothing where there is something. */
  readonly nothing: string | false;
  readonly children: ReactNode;
}

/** A part of a page as its call stands: on its way, refused, nothing, or there. A call that failed does not read as there being nothing. */
export function Found({ asked: { error, isLoading }, nothing, children }: FoundProps) {
  const { problem } = useWords();
  if (error) return <Alert type="warning" showIcon title={problem(codeOf(error))} />;
  if (isLoading) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  return nothing === false ? children : <div className="quiet nothing">{nothing}</div>;
}
