import { Input } from 'antd';
import { useSearchParams } from 'react-router';

/** What a page is searched by stands in its address, as `q`: it can be kept, sent and come back to. */
export function SearchBox({ label }: { readonly label: string }) {
  const [search, setSearch] = useSearchParams();
  return (
    <Input.Search
      size="middle"
      allowClear
      maxLength={200}
      style={{ width: 280 }}
      aria-label={label}
      placeholder={label}
      defaultValue={search.get('q') ?? ''}
      onSearch={(text) => setSearch(text.trim() === '' ? {} : { q: text.trim() }, { replace: true })}
    />
  );
}
