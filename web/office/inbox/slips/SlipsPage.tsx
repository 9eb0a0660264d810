/** 通知单: what is to be printed, to be served, served; many are printed in one file, one is found by its number. */
import { Link } from '@tanstack/react-router';
import { App, Input, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import { useMe } from '../../data.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { findSlip, LISTS, type List, openPdf, type Slip, useKinds, useSlips, useSlipsChanged } from './data.ts';
import { Progress } from './Progress.tsx';
import { ServeSlip, VoidSlip } from './ServeSlip.tsx';
import { WriteSlip } from './WriteSlip.tsx';
import './slips.css';

/** Of one file. */
const MOST = 200;

export function SlipsPage(): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [list, setList] = useState<List>('to-print');
  const [found, setFound] = useState<Slip | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [doing, setDoing] = useState<{ what: 'serve' | 'void'; slip: Slip } | 'write' | null>(null);
  const may = useMe().data?.permissions;
  const writes = may?.['slips.write'] !== undefined;
  const arranges = may?.['progress.choose'] !== undefined;
  const kinds = useKinds(writes).data ?? [];
  const slips = useSlips(list);
  const changed = useSlipsChanged();
  const pages = slips.data?.pages ?? [];
  const shown = found === null ? pages.flatMap((page) => page.slips) : [found];
  const counts = pages[0]?.counts;
  const show = (next: List): void => {
    setList(next);
    setFound(null);
    setChosen(new Set());
  };
  const print = (ids: readonly number[]): void => {
    if (!openPdf(ids)) void message.warning(t('slips.blocked'));
    setChosen(new Set());
    // they are printed by the time their window shows them
    setTimeout(() => void changed(), 1500);
  };
  const find = async (typed: string): Promise<void> => {
    const number = typed.trim();
    if (number === '') return setFound(null);
    const one = await findSlip(number);
    if (one === undefined) void message.warning(t('slips.notFound', { number }));
    else {
      setList(one.state);
      setFound(one);
    }
  };
  const selecting = writes && list === 'to-print' && found === null;
  return (
    <section className="slips" aria-labelledby="slips-heading">
      <header className="row slips-head">
        <h1 id="slips-heading" className="grow">
          {t('slips.title')}
        </h1>
        <Input.Search
          className="slips-find"
          aria-label={t('slips.find')}
          placeholder={t('slips.find')}
          enterButton={t('slips.findButton')}
          allowClear
          onSearch={(typed) => void find(typed)}
        />
        {writes && (
          <button
            type="button"
            className="btn"
            disabled={kinds.length === 0}
            title={kinds.length === 0 ? t('slips.noKinds') : undefined}
            onClick={() => setDoing('write')}
          >
            {t('slips.write')}
          </button>
        )}
      </header>
      <div className="row slips-tabs">
        {LISTS.map((one) => (
          <button key={one} type="button" className="btn low" aria-pressed={one === list} onClick={() => show(one)}>
            {t(`slips.lists.${one}`)} <span className="tabular">{counts?.[one] ?? ''}</span>
          </button>
        ))}
        <span className="grow" />
        {selecting && (
          <button type="button" className="btn primary" disabled={chosen.size === 0} onClick={() => print([...chosen])}>
            {chosen.size === 0 ? t('slips.print') : t('slips.printN', { n: chosen.size })}
          </button>
        )}
      </div>
      {slips.data === undefined ? (
        slips.error === null ? (
          <Skeleton active={false} paragraph={{ rows: 6 }} />
        ) : (
          <LoadFailed error={slips.error} again={() => void slips.refetch()} />
        )
      ) : (
        <Rows
          slips={shown}
          selecting={selecting}
          chosen={chosen}
          choose={setChosen}
          writes={writes}
          print={(id) => print([id])}
          act={(what, slip) => setDoing({ what, slip })}
        />
      )}
      {shown.length === 0 && slips.data !== undefined && <p className="empty">{t(`slips.empty.${list}`)}</p>}
      {slips.hasNextPage && found === null && (
        <button type="button" className="btn low" onClick={() => void slips.fetchNextPage()}>
          {t('slips.more')}
        </button>
      )}
      {arranges && <Progress />}
      {doing === 'write' && (
        <WriteSlip
          kinds={kinds}
          written={({ id }) => {
            setDoing(null);
            print([id]);
          }}
          close={() => setDoing(null)}
        />
      )}
      {doing !== null && doing !== 'write' && doing.what === 'serve' && (
        <ServeSlip slip={doing.slip} close={() => setDoing(null)} />
      )}
      {doing !== null && doing !== 'write' && doing.what === 'void' && (
        <VoidSlip slip={doing.slip} close={() => setDoing(null)} />
      )}
    </section>
  );
}

interface RowsProps {
  slips: readonly Slip[];
  selecting: boolean;
  chosen: ReadonlySet<number>;
  choose: (ids: ReadonlySet<number>) => void;
  writes: boolean;
  print: (id: number) => void;
  act: (what: 'serve' | 'void', slip: Slip) => void;
}

const HEADS = ['number', 'name', 'to', 'order', 'written', 'served'] as const;

function Rows({ slips, selecting, chosen, choose, writes, print, act }: RowsProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const ids = slips.slice(0, MOST).map(({ id }) => id);
  const every = ids.length > 0 && ids.every((id) => chosen.has(id));
  const turn = (id: number): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  if (slips.length === 0) return null;
  return (
    <table className="table" aria-label={t('slips.rows')}>
      <thead>
        <tr>
          {selecting && (
            <th scope="col" className="slips-choose">
              <input
                type="checkbox"
                aria-label={t('slips.all')}
                checked={every}
                onChange={() => choose(new Set(every ? [] : ids))}
              />
            </th>
          )}
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {t(`slips.heads.${head}`)}
            </th>
          ))}
          <th scope="col">
            <span className="hidden">{t('slips.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {slips.map((slip) => (
          <tr key={slip.id}>
            {selecting && (
              <td>
                <input
                  type="checkbox"
                  aria-label={t('slips.one', { number: slip.number })}
                  checked={chosen.has(slip.id)}
                  onChange={() => turn(slip.id)}
                />
              </td>
            )}
            <td className="tabular">{slip.number}</td>
            <td title={slip.article}>{slip.name}</td>
            <td>{slip.to}</td>
            <td className="tabular">
              {slip.orderId !== null && (
                <Link to="/orders/$orderId" params={{ orderId: String(slip.orderId) }}>
                  {slip.orderNumber}
                </Link>
              )}
            </td>
            <td>
              {shortTime(slip.writtenAt, now, days)} {slip.writtenBy}
            </td>
            <td>
              {slip.servedAt !== null &&
                `${shortTime(slip.servedAt, now, days)} ${slip.manner === null ? '' : t(`slips.manners.${slip.manner as 'handed'}`)}`}
              {slip.receiver !== '' && ` · ${t('slips.signed')} ${slip.receiver}`}
              {slip.voidReason}
            </td>
            <td className="slips-acts">
              {writes && slip.state !== 'void' && (
                <button type="button" className="btn low" onClick={() => print(slip.id)}>
                  {t(slip.state === 'to-print' ? 'slips.print' : 'slips.again')}
                  <span className="hidden"> {slip.number}</span>
                </button>
              )}
              {writes && slip.state === 'to-serve' && (
                <button type="button" className="btn low" onClick={() => act('serve', slip)}>
                  {t('slips.serve')}
                  <span className="hidden"> {slip.number}</span>
                </button>
              )}
              {writes && (slip.state === 'to-print' || slip.state === 'to-serve') && (
                <button type="button" className="btn low" onClick={() => act('void', slip)}>
                  {t('slips.void')}
                  <span className="hidden"> {slip.number}</span>
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
