/** 告知诉求人: what the rulebook wants the callers of this order told is sent from here, and recorded once it has gone out. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call, Problem } from '../../../kit/client.ts';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import type { OrderDetail } from '../../../kit/views.ts';
import { Dialog, Missing } from '../../parts/Dialog.tsx';
import { useProblemText } from '../../shell/Fallbacks.tsx';
import { languageNow } from '../../texts/index.ts';
import './slips.css';

type Tellings = paths['/api/orders/{id}/tellings']['get']['responses'][200]['content']['application/json'];

export function TellCallers({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const [telling, setTelling] = useState(false);
  const found = useQuery({
    queryKey: ['tellings', order.id, order.version, languageNow()],
    queryFn: ({ signal }) => call<Tellings>('GET', `/api/orders/${order.id}/tellings`, { signal }),
  }).data;
  const may = order.allowed.some(({ command, enabled }) => command === 'note' && enabled);
  if (found === undefined || (found.offered.length === 0 && found.asked.length === 0)) return null;
  const days = t('clock.days', { returnObjects: true });
  return (
    <section className="section order-slips" aria-labelledby="tell-title">
      <div className="section-head">
        <h2 id="tell-title">{t('slips.tell.title')}</h2>
        <span className="small quiet grow">{found.offered.map(({ article }) => article).join(t('order.comma'))}</span>
        {may && found.offered.length > 0 && (
          <button type="button" className="btn low" onClick={() => setTelling(true)}>
            {t('slips.tell.do')}
          </button>
        )}
      </div>
      <ul>
        {found.asked.map(({ notice, by, at, out, all, recorded, refused }) => (
          <li key={notice}>
            <span>{order.clocks.find(({ id }) => id.startsWith(`${notice}/`))?.name ?? notice}</span>
            <span className="badge">
              {t(recorded ? 'slips.tell.recorded' : refused ? 'slips.tell.refused' : 'slips.tell.underway')}
            </span>
            <span className="small muted">
              {shortTime(at, now, days)} {by} · {t('slips.tell.out', { n: out, of: all })}
            </span>
          </li>
        ))}
      </ul>
      {telling && <Tell order={order} offered={found.offered} close={() => setTelling(false)} />}
    </section>
  );
}

interface Props {
  order: OrderDetail;
  offered: Tellings['offered'];
  close: () => void;
}

function Tell({ order, offered, close }: Props): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const client = useQueryClient();
  const [notice, setNotice] = useState(offered[0]?.id ?? '');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const chosen = offered.find(({ id }) => id === notice);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || words.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await call('POST', `/api/orders/${order.id}/tellings`, { body: { notice, words } });
      await client.invalidateQueries({ queryKey: ['tellings', order.id] });
      void message.success(t('slips.tell.sent'));
      close();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(say(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      title={t('slips.tell.do')}
      ok={t('slips.tell.send')}
      busy={busy}
      problem={problem}
      submit={submit}
      close={close}
      help={t('slips.tell.help')}
    >
      <div className="field">
        <label htmlFor="tell-notice">{t('slips.tell.which')}</label>
        <Select
          id="tell-notice"
          aria-label={t('slips.tell.which')}
          value={notice}
          onChange={setNotice}
          options={offered.map(({ id, article }) => ({ value: id, label: article }))}
        />
        {chosen !== undefined && <q className="small quiet">{chosen.quote}</q>}
      </div>
      <div className="field">
        <label htmlFor="tell-words">{t('slips.tell.words')}</label>
        <Input.TextArea
          id="tell-words"
          value={words}
          maxLength={300}
          autoSize={{ minRows: 3 }}
          onChange={(event) => setWords(event.target.value)}
        />
        {tried && words.trim() === '' && <Missing />}
      </div>
    </Dialog>
  );
}
