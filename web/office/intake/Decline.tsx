/** 不予受理: why, how it was explained, and to whom it was handed. */
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from '../parts/Choices.tsx';
import { Dialog, Missing } from '../parts/Dialog.tsx';

interface Props {
  open: boolean;
  /** Chosen when it opens. */
  first: 'irrelevant' | 'outside-duty';
  busy: boolean;
  problem: string | null;
  close: () => void;
  decline: (words: { reason: string; explanation: string; handedTo?: string }) => Promise<boolean>;
}

export function Decline({ open, first, busy, problem, close, decline }: Props): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string>(first);
  const [was, setWas] = useState(open);
  if (was !== open) {
    setWas(open);
    if (open) setReason(first);
  }
  const [explanation, setExplanation] = useState('');
  const [handedTo, setHandedTo] = useState('');
  const [tried, setTried] = useState(false);
  const gaps = {
    explanation: explanation.trim() === '',
    handedTo: reason === 'outside-duty' && handedTo.trim() === '',
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || gaps.explanation || gaps.handedTo) return;
    const done = await decline({
      reason,
      explanation: explanation.trim(),
      ...(handedTo.trim() === '' ? {} : { handedTo: handedTo.trim() }),
    });
    if (!done) return;
    setExplanation('');
    setHandedTo('');
    setTried(false);
    close();
  };
  return (
    <Dialog
      open={open}
      title={t('intake.declineTitle')}
      ok={t('intake.declineSubmit')}
      busy={busy}
      problem={problem}
      submit={submit}
      close={close}
    >
      <fieldset className="field plain">
        <legend className="label">{t('intake.declineReason')}</legend>
        <Choices
          name="decline-reason-choice"
          value={reason}
          choices={[
            { id: 'irrelevant', name: t('intake.irrelevant') },
            { id: 'outside-duty', name: t('intake.outsideDuty') },
          ]}
          change={setReason}
        />
      </fieldset>
      <div className="field">
        <label htmlFor="explanation">{t('intake.explanation')}</label>
        <Input.TextArea
          id="explanation"
          autoSize={{ minRows: 3 }}
          maxLength={2000}
          value={explanation}
          onChange={(event) => setExplanation(event.target.value)}
        />
        {tried && gaps.explanation && <Missing />}
      </div>
      <div className="field">
        <label htmlFor="handedTo">{t('intake.handedTo')}</label>
        <Input
          id="handedTo"
          maxLength={100}
          value={handedTo}
          placeholder={t('intake.handedHint')}
          onChange={(event) => setHandedTo(event.target.value)}
        />
        {tried && gaps.handedTo && <Missing />}
      </div>
    </Dialog>
  );
}
