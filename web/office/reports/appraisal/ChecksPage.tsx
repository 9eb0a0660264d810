/** 检查: pick a checklist and go through it; what was kept, and what was not as it should be. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { local } from '../../../kit/time.ts';
import { useMe } from '../../data.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import '../../style/appraisal.css';
import { type InspectionRow, useInspections, useKinds } from './data.ts';
import { FillSheet } from './FillSheet.tsx';
import { OneInspection } from './OneInspection.tsx';
import { Result } from './Result.tsx';
import type { ChecksSearch } from './search.ts';

export function ChecksPage(): ReactNode {
  const search: ChecksSearch = useSearch({ strict: false });
  return (
    <div className="checks">
      {search.id !== undefined ? (
        <OneInspection id={search.id} />
      ) : search.kind !== undefined ? (
        <FillSheet key={search.kind} kind={search.kind} />
      ) : (
        <Overview />
      )}
    </div>
  );
}

function Overview(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMe().data?.permissions['checks.keep'] !== undefined;
  const kinds = useKinds();
  const kept = useInspections();
  return (
    <>
      <h1>{t('checks.title')}</h1>
      <p className="muted report-help">{t('checks.help')}</p>
      {may && (
        <section aria-labelledby="kinds-title">
          <h2 id="kinds-title">{t('checks.kinds')}</h2>
          {kinds.error !== null && kinds.data === undefined ? (
            <LoadFailed error={kinds.error} again={() => void kinds.refetch()} />
          ) : kinds.data === undefined ? (
            <Skeleton active={false} paragraph={{ rows: 2 }} />
          ) : kinds.data.kinds.length === 0 ? (
            <p className="muted">{t('checks.noKinds')}</p>
          ) : (
            <ul className="check-kinds">
              {kinds.data.kinds.map(({ id, name, items }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="btn"
                    onClick={() => void navigate({ to: '/reports/checks', search: { kind: id } })}
                  >
                    {t('checks.kind', { name, n: items })}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <section aria-labelledby="kept-title">
        <h2 id="kept-title">{t('checks.kept')}</h2>
        {kept.error !== null && kept.data === undefined ? (
          <LoadFailed error={kept.error} again={() => void kept.refetch()} />
        ) : kept.data === undefined ? (
          <Skeleton active={false} paragraph={{ rows: 4 }} />
        ) : kept.data.length === 0 ? (
          <div className="empty">
            <b>{t('checks.none')}</b>
            {may && t('checks.noneHelp')}
          </div>
        ) : (
          <Kept rows={kept.data} />
        )}
      </section>
    </>
  );
}

function Kept({ rows }: { rows: InspectionRow[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <table className="table numbers">
      <thead>
        <tr>
          {(['at', 'place', 'what', 'unit', 'by', 'result'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`checks.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.inspectionId}>
            <td className="whole-words">
              <Link to="/reports/checks" search={{ id: row.inspectionId }}>
                {local(row.at).format('YYYY-MM-DD HH:mm')}
              </Link>
            </td>
            <td>{row.place}</td>
            <td>{row.kindName}</td>
            <td>{row.departmentName ?? '—'}</td>
            <td className="whole-words">{row.staffName}</td>
            <td>
              <Result row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
