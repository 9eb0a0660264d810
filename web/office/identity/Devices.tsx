/** 手机终端: the phones somebody works with, and what is done when one is lost. */
import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { local } from '../../kit/time.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { type Device, useDevices, useSaying } from './data.ts';

/** Nothing where there is none: most who work here have no phone of it. */
export function Devices({ staffId }: { staffId: number }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const devices = useDevices();
  const [asking, setAsking] = useState<Device | null>(null);
  const report = useSaying((id: string) => call('POST', `/api/field/devices/${id}/lost`, { body: {} }));
  const his = devices.data?.filter((device) => device.staffId === staffId) ?? [];
  if (his.length === 0) return null;
  return (
    <section aria-labelledby="account-devices" className="wide">
      <h2 id="account-devices">{t('devices.title')}</h2>
      <table className="table sessions">
        <thead>
          <tr>
            <th scope="col">{t('devices.name')}</th>
            <th scope="col">{t('devices.contact')}</th>
            <th scope="col">{t('devices.state')}</th>
            <th scope="col">
              <span className="hidden">{t('devices.lose')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {his.map((device) => (
            <tr key={device.id}>
              <td>{device.name}</td>
              <td className="number">{local(device.contactAt).format('YYYY-MM-DD HH:mm')}</td>
              <td>
                <State device={device} />
              </td>
              <td className="end">
                {device.lostAt === null && (
                  <button type="button" className="link" disabled={report.isPending} onClick={() => setAsking(device)}>
                    {t('devices.lose')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div role="alert">{report.error !== null && <p className="late-text">{say(report.error)}</p>}</div>
      <Modal
        open={asking !== null}
        title={t('devices.sure', { name: asking?.name ?? '' })}
        okText={t('devices.lose')}
        cancelText={t('factor.cancel')}
        onOk={() => {
          if (asking !== null) report.mutate(asking.id);
          setAsking(null);
        }}
        onCancel={() => setAsking(null)}
      >
        <p>{t('devices.means')}</p>
      </Modal>
    </section>
  );
}

function State({ device }: { device: Device }): ReactNode {
  const { t } = useTranslation();
  if (device.lostAt === null) return <span className="muted">{t('devices.inUse')}</span>;
  const at = (instant: string): string => local(instant).format('MM-DD HH:mm');
  return (
    <span className="late-text">
      {device.wipedAt === null
        ? t('devices.lost', { at: at(device.lostAt) })
        : t('devices.wiped', { at: at(device.wipedAt) })}
    </span>
  );
}
