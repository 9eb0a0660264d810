/** Words searched for: asked once the typing rests, so that an input method is never disturbed. */
import { Input } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const REST = 300;
const LONGEST = 100;

export function FindBox({ asked, find }: { asked: string; find: (text: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(asked);
  const last = useRef(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // the address came to say something else by itself
    if (asked === last.current) return;
    last.current = asked;
    setText(asked);
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Input
      type="search"
      className="registers-find"
      allowClear
      value={text}
      maxLength={LONGEST}
      aria-label={t('registers.find')}
      placeholder={t('registers.find')}
      onChange={({ target }) => {
        setText(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          last.current = target.value.trim();
          find(last.current);
        }, REST);
      }}
    />
  );
}
