/** Light and dark: CSS variables of kit/tokens.css for our own parts, the same values as tokens for Ant Design. */
import { App, theme as antdTheme, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockTextsProvider } from '../../kit/clock/words.ts';

type Theme = 'light' | 'dark';
const LookContext = createContext<{ theme: Theme; toggle: () => void }>({ theme: 'light', toggle: () => undefined });
export const useLook = () => useContext(LookContext);

const FONT = 'gongshui-dot, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

const tokens: Record<Theme, Record<string, string>> = {
  light: {
    colorPrimary: '#0a67a3',
    colorLink: '#0a67a3',
    colorText: '#1a2126',
    colorTextSecondary: '#48525a',
    colorTextDescription: '#5f6a73',
    colorTextPlaceholder: '#626d76',
    colorTextQuaternary: '#626d76',
    colorTextDisabled: '#626d76',
    colorBorder: '#cbd2d7',
    colorBorderSecondary: '#e4e7ea',
    colorBgLayout: '#f4f5f6',
    colorError: '#c2281d',
    colorWarning: '#8a5300',
    colorSuccess: '#217a47',
    controlItemBgActive: '#e7f1f8',
  },
  dark: {
    colorPrimary: '#2a8ac6',
    colorLink: '#5fb1e0',
    colorText: '#e8ecef',
    colorTextSecondary: '#b6bfc6',
    colorTextDescription: '#97a2ab',
    colorTextPlaceholder: '#97a2ab',
    colorTextQuaternary: '#97a2ab',
    colorTextDisabled: '#97a2ab',
    colorBorder: '#3a434b',
    colorBorderSecondary: '#272e34',
    colorBgBase: '#11161a',
    colorBgContainer: '#181e23',
    colorBgElevated: '#1d242a',
    colorBgLayout: '#11161a',
    colorError: '#ff8a80',
    colorWarning: '#eab25c',
    colorSuccess: '#63c08b',
    controlItemBgActive: '#15303f',
  },
};

export function Look({ children }: { children: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation();
  const [theme, setTheme] = useState<Theme>(document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const look = useMemo(
    () => ({
      theme,
      toggle: () => {
        const next: Theme = theme === 'dark' ? 'light' : 'dark';
        try {
          localStorage.setItem('gongshui.theme', next);
        } catch {
          // Kept for this visit only.
        }
        setTheme(next);
      },
    }),
    [theme],
  );
  const words = useMemo(() => ({ ...t('clock', { returnObjects: true }) }), [t]);
  return (
    <LookContext.Provider value={look}>
      <ConfigProvider
        locale={i18n.language === 'en' ? enUS : zhCN}
        theme={{
          algorithm: theme === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
          token: {
            ...tokens[theme],
            fontFamily: FONT,
            fontSize: 13,
            lineHeight: 20 / 13,
            borderRadius: 4,
            controlHeight: 32,
            motion: false,
            boxShadowSecondary: '0 6px 20px rgb(0 0 0 / 14%)',
          },
        }}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <App component={false} message={{ duration: 5 }}>
          <ClockTextsProvider value={words}>{children}</ClockTextsProvider>
        </App>
      </ConfigProvider>
    </LookContext.Provider>
  );
}
