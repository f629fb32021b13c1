import { Card, Tree } from 'antd';
import { useWords } from '../words/use-words.ts';

interface Item {
  readonly code: string;
  readonly zh?: string;
  readonly en?: string;
  readonly parent?: string;
}
interface Node {
  readonly key: string;
  readonly title: string;
  readonly children: Node[];
}

/** What matters can be about, as the tree that it is. */
export function ItemTree({ tree }: { readonly tree: { readonly items?: readonly Item[] } }) {
  const { t, language } = useWords();
  const nodes = new Map<string, Node>();
  const roots: Node[] = [];
  for (const { code, zh, en, parent } of tree.items ?? []) {
    const node = { key: code, title: `${(language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? code}（${code}）`, children: [] };
    nodes.set(code, node);
    (parent === undefined ? roots : (nodes.get(parent)?.children ?? roots)).push(node);
  }
  return (
    <Card size="small" title={t('items')}>
      <Tree treeData={roots} defaultExpandAll selectable={false} />
    </Card>
  );
}
