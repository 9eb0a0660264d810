/** Exactly what the server allows here: the next step filled, the rest with their letters, what cannot be done with its reason. */
import { Dropdown, Tooltip } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Allowed, OrderDetail } from '../../kit/views.ts';
import { Key } from '../parts/Key.tsx';
import { useKeys } from '../shell/keys.ts';

/** In the order of the bar: the way through the states first, then what is done most. */
const LETTERS: Record<string, string> = {
  dispatch: 'd',
  accept: 'a',
  record: 'm',
  assign: 't',
  handle: 'h',
  'review-pass': 'v',
  reject: 'b',
  'call-back': 'c',
  close: 'o',
  resume: 'g',
  note: 'n',
  'ask-return': 'r',
  'ask-extension': 'e',
  'ask-pause': 'p',
  attach: 'u',
  'set-facts': 'f',
  promise: 'y',
  'set-limit': 'l',
  supervise: 's',
  'decide-return': 'i',
  'decide-extension': 'i',
  'decide-pause': 'i',
  reopen: 'w',
  cancel: 'x',
  unmerge: 'z',
};
const ORDER = Object.keys(LETTERS);
/** The order's way through the states: of those that cannot be done yet, the next one is worth a place in the bar. */
const STEPS = ['dispatch', 'accept', 'assign', 'handle', 'review-pass', 'call-back', 'close'];
/** Given on the map beside the order. */
const ON_THE_MAP = 'set-position';
/** Buttons beside each other: as many as fit one line. */
const fitting = (): number => (window.innerWidth >= 1700 ? 8 : 5);

export function lettersOf(allowed: Allowed[]): Map<string, string> {
  const taken = new Set(['j', 'k']);
  const letters = new Map<string, string>();
  const give = (one: Allowed, letter: string | undefined): void => {
    const low = letter?.toLowerCase();
    if (low === undefined || low.length !== 1 || taken.has(low) || letters.has(one.command)) return;
    taken.add(low);
    letters.set(one.command, low);
  };
  for (const one of allowed) give(one, one.key);
  for (const one of allowed) give(one, LETTERS[one.command]);
  return letters;
}

interface Props {
  order: OrderDetail;
  act: (command: string) => void;
  busy: boolean;
}

export function ActionBar({ order, act, busy }: Props): ReactNode {
  const { t } = useTranslation();
  const most = fitting();
  const offered = useMemo(() => order.allowed.filter(({ command }) => command !== ON_THE_MAP), [order]);
  const { shown, rest, next, letters, filled } = useMemo(() => {
    const step =
      offered.find((one) => one.enabled && one.primary) ??
      offered.find((one) => one.enabled && one.command === 'record' && order.state === 'in-progress');
    const rank = (one: Allowed): number => (one === step ? -1 : (ORDER.indexOf(one.command) + 100) % 100);
    const enabled = offered.filter((one) => one.enabled).sort((a, b) => rank(a) - rank(b));
    const disabled = offered.filter((one) => !one.enabled).sort((a, b) => rank(a) - rank(b));
    const told =
      disabled.find((one) => STEPS.includes(one.command) && one.reason !== undefined && one.primary) ??
      disabled.find((one) => one.command === 'handle' && one.reason !== undefined && order.state === 'in-progress');
    return {
      shown: enabled.slice(0, most),
      rest: [...enabled.slice(most), ...disabled.filter((one) => one !== told)],
      next: told,
      letters: lettersOf(enabled),
      filled: step,
    };
  }, [order, offered, most]);
  useKeys(Object.fromEntries([...letters].map(([command, letter]) => [letter, () => act(command)])), !busy);
  if (offered.length === 0) return <div className="actions quiet">{t('act.nothing')}</div>;
  return (
    <div className="actions" role="toolbar" aria-label={t('act.bar')}>
      {shown.map((one) => (
        <button
          key={one.command}
          type="button"
          className={`btn ${one === filled ? 'primary' : ''}`}
          onClick={() => act(one.command)}
          data-command={one.command}
        >
          {one.name}
          {letters.has(one.command) && <Key>{letters.get(one.command)?.toUpperCase()}</Key>}
        </button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          placement="topLeft"
          menu={{
            items: rest.map((one) => ({
              key: one.command,
              disabled: !one.enabled,
              label: one.enabled ? one.name : `${one.name}${one.reason === undefined ? '' : ` · ${one.reason}`}`,
              extra: letters.get(one.command)?.toUpperCase(),
            })),
            onClick: ({ key }) => act(key),
          }}
        >
          <button type="button" className="btn">
            {t('act.more')}
          </button>
        </Dropdown>
      )}
      <span className="grow" />
      {next !== undefined && (
        <Tooltip
          trigger={['hover', 'focus']}
          title={
            <>
              {next.reason}
              {next.article !== undefined && <div>{next.article}</div>}
            </>
          }
        >
          <button
            type="button"
            className="btn clip"
            aria-disabled="true"
            style={{ flex: '0 1 auto', display: 'block' }}
          >
            {next.name} · {next.reason}
          </button>
        </Tooltip>
      )}
    </div>
  );
}
