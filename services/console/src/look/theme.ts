import { theme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';
import { usePreferences } from './preferences.ts';

const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
const darkScheme = matchMedia('(prefers-color-scheme: dark)');

export function useIsDark(): boolean {
  const preferred = usePreferences().theme;
  const systemIsDark = useSyncExternalStore(
    (listener) => {
      darkScheme.addEventListener('change', listener);
      return () => darkScheme.removeEventListener('change', listener);
    },
    () => darkScheme.matches,
  );
  return preferred === 'system' ? systemIsDark : preferred === 'dark';
}

/** Chinese faces first where there are any; Latin letters and figures from the system's own. */
export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** Calm and dense: one blue, quiet surfaces, contrasts that WCAG AA asks for. */
export function themeOf(isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? [theme.darkAlgorithm] : [theme.defaultAlgorithm],
    cssVar: { key: 'll' },
    token: {
      colorPrimary: isDark ? '#3f8fc4' : '#1f5f8b',
      colorLink: isDark ? '#7db9e0' : '#1f5f8b',
      colorInfo: '#1f5f8b',
      colorError: isDark ? '#e5706a' : '#b3261e',
      colorWarning: isDark ? '#d99a3d' : '#8a5300',
      colorSuccess: isDark ? '#5fae7f' : '#1e6b43',
      colorInfoBg: isDark ? '#16293a' : '#e8f1f8',
      colorInfoBorder: isDark ? '#2c5878' : '#b9d5e8',
      colorWarningBg: isDark ? '#33270f' : '#fdf5e6',
      colorWarningBorder: isDark ? '#6d5320' : '#ecd3a3',
      colorErrorBg: isDark ? '#3a1b19' : '#fdeeec',
      colorErrorBorder: isDark ? '#7a3733' : '#f0bdb8',
      colorSuccessBg: isDark ? '#17301f' : '#eaf6ef',
      colorSuccessBorder: isDark ? '#2f6543' : '#b5dcc5',
      colorTextDescription: isDark ? 'rgba(255,255,255,0.65)' : 'rgba(0,0,0,0.62)',
      colorTextPlaceholder: isDark ? 'rgba(255,255,255,0.55)' : 'rgba(0,0,0,0.58)',
      colorBgLayout: isDark ? '#101418' : '#f3f5f7',
      motion: !lessMotion.matches,
      borderRadius: 6,
      fontSize: 14,
      fontFamily,
    },
    components: {
      Layout: {
        headerBg: isDark ? '#161b21' : '#ffffff',
        headerHeight: 48,
        headerPadding: '0 12px',
        siderBg: isDark ? '#161b21' : '#ffffff',
      },
      Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8 },
      Tabs: isDark
        ? { itemSelectedColor: '#9fd0f0', itemHoverColor: '#9fd0f0', itemActiveColor: '#9fd0f0', inkBarColor: '#9fd0f0' }
        : {},
      Button: isDark ? { colorPrimary: '#24678f', colorPrimaryHover: '#2a74a0', colorPrimaryActive: '#1d5678' } : {},
      Descriptions: { labelColor: isDark ? 'rgba(255,255,255,0.72)' : 'rgba(0,0,0,0.66)' },
      Menu: {
        // Whoever holds every role has some forty pages: they have to fit on two screens.
        itemHeight: 30,
        itemMarginBlock: 1,
        groupTitleLineHeight: 1.2,
        activeBarBorderWidth: 0,
        itemSelectedBg: isDark ? '#1d3646' : '#e3eff7',
        itemSelectedColor: isDark ? '#9fd0f0' : '#174a6d',
      },
    },
  };
}
