/** A point in time, always read and written as Asia/Shanghai wherever the browser is. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { local } from '../../kit/time.ts';

interface Props {
  id: string;
  value: string | undefined;
  change: (value: string | undefined) => void;
  placeholder?: string;
  disabled?: boolean;
}

export function TimeInput({ id, value, change, placeholder, disabled = false }: Props): ReactNode {
  return (
    <DatePicker
      id={id}
      disabled={disabled}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      needConfirm={false}
      style={{ width: '100%' }}
      placeholder={placeholder ?? ''}
      value={value === undefined ? null : dayjs(local(value).format('YYYY-MM-DDTHH:mm:ss'))}
      onChange={(picked) =>
        change(picked === null ? undefined : new Date(`${picked.format('YYYY-MM-DDTHH:mm:00')}+08:00`).toISOString())
      }
    />
  );
}
