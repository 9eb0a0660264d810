/** 登记送达, and 作废: how a slip came to its end. */
import { App, Input, Radio } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey, Problem } from '../../../kit/client.ts';
import { serverNow } from '../../../kit/live.ts';
import { sendFile } from '../../../kit/send-file.ts';
import { useOrderChanged } from '../../data.ts';
import { Dialog, Missing } from '../../parts/Dialog.tsx';
import { TimeInput } from '../../parts/TimeInput.tsx';
import { useProblemText } from '../../shell/Fallbacks.tsx';
import { MANNERS, type Slip, useSlipsChanged } from './data.ts';

interface Props {
  slip: Slip;
  close: () => void;
}

export function ServeSlip({ slip, close }: Props): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const changed = useSlipsChanged();
  const orderChanged = useOrderChanged();
  const [at, setAt] = useState<string | undefined>(() => new Date(serverNow()).toISOString());
  const [manner, setManner] = useState<(typeof MANNERS)[number]>('handed');
  const [receiver, setReceiver] = useState('');
  const [photo, setPhoto] = useState<File | null>(null);
  const choose = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signs = manner === 'handed' || slip.proof !== null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || at === undefined || (signs && receiver.trim() === '')) return;
    setBusy(true);
    setProblem(null);
    try {
      let attachmentId: string | undefined;
      if (photo !== null && slip.orderId !== null) {
        const upload = await sendFile(photo, () => undefined).done;
        const attached = await call<{ id: string }>('POST', `/api/orders/${slip.orderId}/attachments`, {
          body: { upload, name: photo.name || 'photo' },
        });
        attachmentId = attached.id;
      }
      const body = {
        slipId: slip.id,
        at,
        manner,
        ...(receiver.trim() === '' ? {} : { receiver }),
        ...(attachmentId === undefined ? {} : { attachmentId }),
      };
      const served = await call<Slip>('POST', '/api/slips/served', { body, key: newKey() });
      await changed();
      if (slip.orderId !== null) orderChanged(null, slip.orderId);
      void message.success(t(served.milestone === '' ? 'slips.recorded' : 'slips.recordedOrder'));
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
      title={`${t('slips.serve')} ${slip.number}`}
      ok={t('slips.serve')}
      busy={busy}
      problem={problem}
      submit={submit}
      close={close}
      help={slip.orderId === null ? `${slip.name} · ${slip.to}` : t('slips.records')}
    >
      <div className="field">
        <label htmlFor="slip-at">{t('slips.at')}</label>
        <TimeInput id="slip-at" value={at} change={setAt} />
        {tried && at === undefined && <Missing />}
      </div>
      <fieldset className="field">
        <legend>{t('slips.manner')}</legend>
        <Radio.Group
          value={manner}
          onChange={(event) => setManner(event.target.value)}
          options={MANNERS.map((one) => ({ value: one, label: t(`slips.manners.${one}`) }))}
        />
      </fieldset>
      <div className="field">
        <label htmlFor="slip-receiver">{t('slips.receiver')}</label>
        <Input
          id="slip-receiver"
          value={receiver}
          maxLength={80}
          onChange={(event) => setReceiver(event.target.value)}
        />
        {tried && signs && receiver.trim() === '' && <Missing />}
        {slip.proof !== null && (
          <span className="small quiet">
            {t('slips.proof', { what: slip.proof })} <span className="article">{slip.article}</span>
          </span>
        )}
      </div>
      {slip.orderId !== null && (
        <div className="field">
          <label htmlFor="slip-photo">{t('slips.photo')}</label>
          <input
            ref={choose}
            type="file"
            hidden
            accept="image/jpeg,image/png,image/webp,image/heic,application/pdf"
            onChange={(event) => setPhoto(event.target.files?.[0] ?? null)}
          />
          <button id="slip-photo" type="button" className="btn low" onClick={() => choose.current?.click()}>
            {photo?.name ?? t('slips.choose')}
          </button>
        </div>
      )}
    </Dialog>
  );
}

export function VoidSlip({ slip, close }: Props): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const changed = useSlipsChanged();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || reason.trim() === '') return;
    setBusy(true);
    try {
      await call('POST', '/api/slips/void', { body: { slipId: slip.id, reason } });
      await changed();
      void message.success(t('slips.voided'));
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
      title={`${t('slips.void')} ${slip.number}`}
      ok={t('slips.void')}
      busy={busy}
      problem={problem}
      submit={submit}
      close={close}
    >
      <div className="field">
        <label htmlFor="slip-void">{t('slips.voidReason')}</label>
        <Input.TextArea
          id="slip-void"
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
        {tried && reason.trim() === '' && <Missing />}
      </div>
    </Dialog>
  );
}
