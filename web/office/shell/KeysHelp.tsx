import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function KeysHelp({ open, close }: { open: boolean; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const groups: [string, [string[], string][]][] = [
    [
      t('keys.any'),
      [
        [['/'], t('keys.search')],
        [['?'], t('keys.help')],
        [['1'], t('keys.intake')],
        [['2'], t('keys.orders')],
        [['='], t('lists.title')],
        [['3'], t('keys.inbox')],
        [['4'], t('keys.rulebook')],
        [['5'], t('keys.redating')],
        [['6'], t('keys.reports')],
        [['7'], t('keys.imports')],
        [['8'], t('keys.staff')],
        [['9'], t('keys.audit')],
        [['0'], t('setUp.people')],
        [['-'], t('keys.rosters')],
        [['`'], t('registers.key')],
        [[';'], t('slips.key')],
        [['\\'], t('callBacks.key')],
        [["'"], t('notices.key')],
      ],
    ],
    [
      t('keys.desk'),
      [
        [['j', 'k'], t('keys.move')],
        [['Enter'], t('keys.open')],
        [['[', ']'], t('keys.tabs')],
        [['.'], t('keys.clock')],
        [['A', 'T', '…'], t('keys.letter')],
        [['⇧ M'], t('keys.merge')],
      ],
    ],
    [
      t('keys.form'),
      [
        [['Alt 1', '2', '…'], t('keys.suggestion')],
        [['Ctrl Enter'], t('keys.submit')],
        [['Alt J'], t('keys.join')],
        [['Esc'], t('keys.cancel')],
      ],
    ],
  ];
  return (
    <Modal open={open} onCancel={close} footer={null} title={t('keys.title')} width={560} destroyOnHidden>
      {groups.map(([name, rows]) => (
        <section key={name} style={{ marginBottom: 12 }}>
          <h2>{name}</h2>
          <dl className="pairs" style={{ gridTemplateColumns: '140px 1fr', rowGap: 4 }}>
            {rows.map(([keys, does]) => (
              <div key={does} style={{ display: 'contents' }}>
                <dt>
                  {keys.map((key) => (
                    <span key={key}>
                      <kbd>{key}</kbd>{' '}
                    </span>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
