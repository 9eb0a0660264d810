/** 填写通知单: the fields the rulebook names; what the order knows is filled in. Then it is printed. */
import { Input, Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey, Problem } from '../../../kit/client.ts';
import { Dialog, Missing } from '../../parts/Dialog.tsx';
import { useProblemText } from '../../shell/Fallbacks.tsx';
import { type Slip, type SlipKind, useSlipsChanged } from './data.ts';

interface Props {
  kinds: readonly SlipKind[];
  /** Of an order: its number; the callers there are. */
  orderId?: number;
  callers?: readonly { id: number; name: string }[];
  written: (slip: Slip) => void;
  close: () => void;
}

export function WriteSlip({ kinds, orderId, callers = [], written, close }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const changed = useSlipsChanged();
  const [kind, setKind] = useState(kinds[0]?.kind ?? '');
  const [values, setValues] = useState<Record<string, string>>({});
  const [requestId, setRequestId] = useState<number | undefined>(callers.length > 1 ? callers[0]?.id : undefined);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // the same attempt after a lost line keeps its key: nothing is written twice
  const attempt = useRef<{ text: string; key: string } | null>(null);
  const slip = kinds.find((one) => one.kind === kind);
  if (!slip) return null;
  const typedIn = (id: string, known = ''): string => values[`${kind}/${id}`] ?? known;
  const put = (id: string, value: string): void => setValues((before) => ({ ...before, [`${kind}/${id}`]: value }));
  const fields = Object.fromEntries(slip.fields.map(({ id, value }) => [id, typedIn(id, value)]));
  const [name, address] = [typedIn('@name'), typedIn('@address')];
  const nobody = orderId === undefined && name.trim() === '' && address.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || nobody || Object.values(fields).some((value) => value.trim() === '')) return;
    setBusy(true);
    setProblem(null);
    try {
      const body = {
        kind,
        fields,
        ...(orderId === undefined ? {} : { orderId }),
        ...(requestId === undefined ? {} : { requestId }),
        ...(name.trim() === '' ? {} : { name }),
        ...(address.trim() === '' ? {} : { address }),
      };
      const text = JSON.stringify(body);
      if (attempt.current?.text !== text) attempt.current = { text, key: newKey() };
      const made = await call<Slip>('POST', '/api/slips', { body, key: attempt.current.key });
      await changed();
      written(made);
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
      title={orderId === undefined ? t('slips.write') : t('slips.forOrder')}
      ok={t('slips.writeAnd')}
      busy={busy}
      problem={problem}
      submit={submit}
      close={close}
      help={t('slips.printing')}
    >
      <div className="field">
        <label htmlFor="slip-kind">{t('slips.writeKind')}</label>
        <Select
          id="slip-kind"
          aria-label={t('slips.writeKind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((one) => ({ value: one.kind, label: one.name }))}
        />
      </div>
      {callers.length > 1 && (
        <div className="field">
          <label htmlFor="slip-caller">{t('slips.caller')}</label>
          <Select
            id="slip-caller"
            aria-label={t('slips.caller')}
            value={requestId ?? null}
            onChange={(next) => setRequestId(next ?? undefined)}
            options={callers.map((one) => ({ value: one.id, label: one.name }))}
          />
        </div>
      )}
      <TextField
        id="@name"
        label={t('slips.name')}
        value={name}
        put={put}
        wrong={tried && nobody}
        {...(orderId === undefined ? {} : { help: t('slips.nameCaller') })}
      />
      <TextField
        id="@address"
        label={t('slips.address')}
        value={address}
        put={put}
        wrong={false}
        {...(orderId === undefined ? {} : { help: t('slips.addressCaller') })}
      />
      {slip.fields.map(({ id, name: label }) => (
        <TextField
          key={`${kind}/${id}`}
          id={id}
          label={label}
          value={fields[id] ?? ''}
          put={put}
          wrong={tried && fields[id]?.trim() === ''}
        />
      ))}
      <p className="small slip-text">{slip.text}</p>
      <p className="small quiet slip-text">
        {t('slips.basis')}{' '}
        <span className="article" title={slip.quote}>
          {slip.article}
        </span>
        {slip.assumed.length > 0 && ` · ${t('slips.assumed')}`}
      </p>
    </Dialog>
  );
}

interface TextProps {
  id: string;
  label: string;
  value: string;
  help?: string;
  wrong: boolean;
  put: (id: string, value: string) => void;
}

function TextField({ id, label, value, help, wrong, put }: TextProps): ReactNode {
  const at = `slip-${id.replace('@', '')}`;
  return (
    <div className="field">
      <label htmlFor={at}>{label}</label>
      <Input
        id={at}
        value={value}
        maxLength={200}
        placeholder={help ?? ''}
        onChange={(event) => put(id, event.target.value)}
      />
      {wrong && <Missing />}
    </div>
  );
}
