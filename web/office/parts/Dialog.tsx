/** A dialog with a few fields: what went wrong stands above them, Ctrl Enter sends it, as everywhere. */
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  open: boolean;
  title: string;
  /** On the button that sends it. */
  ok: string;
  busy: boolean;
  problem: string | null;
  submit: () => Promise<void>;
  close: () => void;
  /** Above the fields, quietly. */
  help?: string;
  children: ReactNode;
}

export function Dialog({ open, title, ok, busy, problem, submit, close, help, children }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      onCancel={close}
      title={title}
      okText={ok}
      cancelText={t('act.cancel')}
      confirmLoading={busy}
      onOk={() => void submit()}
    >
      {problem !== null && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      {help !== undefined && <p className="small quiet">{help}</p>}
      <form
        className="fields"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        }}
      >
        {children}
      </form>
    </Modal>
  );
}

/** Under a field that was left empty. */
export function Missing(): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="wrong" role="alert">
      {t('act.required')}
    </span>
  );
}
