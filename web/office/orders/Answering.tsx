/** 首问责任人 of one caller: who answers for the request, the record of hand-overs, and handing it over. */
import { App, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../kit/client.ts';
import type { CallerView, Me, OrderDetail } from '../../kit/views.ts';
import { useDepartments, useMe, useOrderChanged, useStaff } from '../data.ts';
import { Choices } from '../parts/Choices.tsx';
import { Dialog, Missing } from '../parts/Dialog.tsx';
import { useProblemText } from '../shell/Fallbacks.tsx';
import '../style/contact.css';

interface Props {
  order: OrderDetail;
  request: CallerView;
  at: (instant: string) => string;
}

/** As the server decides it, so that nobody is offered what it would refuse. */
function mayHandOver(me: Me | undefined, { ownerId, ownerUnit }: CallerView): boolean {
  const scope = me?.permissions['requests.hand-over'] ?? 'none';
  if (me === undefined || scope === 'none') return false;
  return scope !== 'own' || ownerId === me.staffId || ownerUnit === me.departmentId || (ownerId ?? ownerUnit) === null;
}

/** Pairs of the caller's list. */
export function Answering({ order, request, at }: Props): ReactNode {
  const { t } = useTranslation();
  const me = useMe().data;
  const [open, setOpen] = useState(false);
  const may = order.closedAt === null && mayHandOver(me, request);
  return (
    <>
      {request.earlier > 0 && (
        <>
          <dt>{t('contact.earlier')}</dt>
          <dd className={request.repeat ? 'strong' : ''}>
            {t(request.repeat ? 'contact.againSame' : 'contact.again', { n: request.earlier })}
          </dd>
        </>
      )}
      <dt>{t('contact.owner')}</dt>
      <dd>
        {request.owner ?? <span className="quiet">{t('contact.ownerNone')}</span>}
        {may && (
          <>
            {' '}
            <button type="button" className="link small" onClick={() => setOpen(true)}>
              {t(request.owner === null ? 'contact.takeOver' : 'contact.handOver')}
            </button>
          </>
        )}
        {request.handOvers.length > 0 && (
          <ul className="hand-overs small muted">
            {request.handOvers.map((one) => (
              <li key={one.at}>
                {t('contact.moved', {
                  at: at(one.at),
                  by: one.by,
                  from: one.from ?? t('contact.nobody'),
                  to: one.to,
                })}
                <br />“{one.reason}”
              </li>
            ))}
          </ul>
        )}
      </dd>
      {may && open && <HandOver order={order} request={request} close={() => setOpen(false)} />}
    </>
  );
}

function HandOver({ order, request, close }: Omit<Props, 'at'> & { close: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const changed = useOrderChanged();
  const staff = useStaff(null).data ?? [];
  const departments = useDepartments().data ?? [];
  const [to, setTo] = useState<'colleague' | 'unit'>('colleague');
  const [staffId, setStaffId] = useState<number | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [key] = useState(newKey);
  const chosen = to === 'colleague' ? staffId : unit;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || chosen === null || reason.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      const receiver = to === 'colleague' ? { staffId } : { unit };
      const answer = await call<{ owner: string | null }>('POST', `/api/requests/${request.id}/hand-over`, {
        body: { ...receiver, reason: reason.trim() },
        key: `${key}-${chosen}`,
      });
      void message.success(t('contact.done', { name: answer.owner ?? '' }));
      changed(null, order.id);
      close();
    } catch (error) {
      setProblem(say(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      title={t('contact.handOverTitle')}
      ok={t('contact.submit')}
      busy={busy}
      problem={problem}
      submit={submit}
      close={close}
      help={t('contact.handOverHelp')}
    >
      <fieldset className="field plain">
        <legend className="label">{t('contact.to')}</legend>
        <Choices
          name="hand-over-to"
          value={to}
          choices={[
            { id: 'colleague', name: t('contact.colleague') },
            { id: 'unit', name: t('contact.unit') },
          ]}
          change={(next) => setTo(next as 'colleague' | 'unit')}
        />
      </fieldset>
      <div className="field">
        <label htmlFor="hand-over-receiver">{to === 'colleague' ? t('contact.colleague') : t('contact.unit')}</label>
        {to === 'colleague' ? (
          <Select
            id="hand-over-receiver"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('contact.chooseStaff')}
            value={staffId}
            onChange={setStaffId}
            options={staff
              .filter((one) => one.staffId !== request.ownerId)
              .map((one) => ({ value: one.staffId, label: `${one.name} · ${one.departmentName}` }))}
          />
        ) : (
          <Select
            id="hand-over-receiver"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('contact.chooseUnit')}
            value={unit}
            onChange={setUnit}
            options={departments
              .filter((one) => one.id !== request.ownerUnit)
              .map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        {tried && chosen === null && <Missing />}
      </div>
      <div className="field">
        <label htmlFor="hand-over-reason">{t('contact.reason')}</label>
        <Input.TextArea
          id="hand-over-reason"
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {tried && reason.trim() === '' && <Missing />}
      </div>
    </Dialog>
  );
}
