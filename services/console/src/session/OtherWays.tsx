import { useQuery } from '@tanstack/react-query';
import { Button, Divider } from 'antd';
import { call } from '../api/client.ts';
import { useWords } from '../words/use-words.ts';

interface WaysView {
  readonly oidc: { readonly name: string; readonly path: string } | null;
}

/** Signing in elsewhere, where the installation has such a place. */
export function OtherWays() {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => call<WaysView>('GET', '/session/ways'),
    staleTime: Infinity,
  });
  if (!data?.oidc) return null;
  const { name, path } = data.oidc;
  return (
    <>
      <Divider plain style={{ margin: '16px 0' }} />
      <Button block size="large" href={path}>
        {t('signInAt', { name })}
      </Button>
    </>
  );
}
