import { createContext, useContext, type ReactNode } from 'react';
import type { BodyFaultView } from '../../api/views.ts';
import { useWords } from '../../words/use-words.ts';
import { valueAt, withValueAt } from './json-pointer.ts';

interface Editing {
  readonly document: unknown;
  readonly faults: readonly BodyFaultView[];
  readonly change: (document: unknown) => void;
}

const EditingContext = createContext<Editing | undefined>(undefined);

/** The document that the fields below change. */
export function EditingProvider({ children, ...editing }: Editing & { readonly children: ReactNode }) {
  return <EditingContext value={editing}>{children}</EditingContext>;
}

export interface Place<Value> {
  readonly value: Value | undefined;
  /** What is wrong here, in the reader's words. */
  readonly fault: string | undefined;
  readonly set: (value: Value | undefined) => void;
}

/** One place of the document: what stands there, what is wrong with it, and how it is changed. */
export function usePlace<Value>(pointer: string): Place<Value> {
  const editing = useContext(EditingContext);
  const words = useWords();
  if (!editing) throw new Error('used outside of an editor');
  const { document, faults, change } = editing;
  const found = faults.find((one) => one.pointer === pointer);
  return {
    value: valueAt(document, pointer) as Value | undefined,
    fault: found && words.fault(found.detail, found.code),
    set: (value) => change(withValueAt(document, pointer, value)),
  };
}
