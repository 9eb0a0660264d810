/** 审计日志: who saw and did what; found by person, order, kind and day. The filter stands in the address. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { DatePicker, Input, Select, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIT_KINDS } from '../../../server/modules/identity/rules/audit-words.ts';
import { ROLE_NAMES, type Role } from '../../../server/modules/identity/rules/permissions.ts';
import { local } from '../../kit/time.ts';
import { useStaff } from '../data.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { languageNow } from '../texts/index.ts';
import { type AuditEntry, type AuditFilter, auditFile, useAudit } from './data.ts';
import '../style/identity.css';

export function AuditPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const filter: AuditFilter = useSearch({ strict: false });
  const staff = useStaff(null).data ?? [];
  const [order, setOrder] = useState(filter.order ?? '');
  const log = useAudit(filter);
  const change = (next: AuditFilter): void => {
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''));
    void navigate({ to: '/audit', search: kept });
  };
  const day = (name: 'from' | 'until'): ReactNode => (
    <>
      <label htmlFor={`audit-${name}`}>{t(`audit.${name}`)}</label>
      <DatePicker
        id={`audit-${name}`}
        value={filter[name] === undefined ? null : dayjs(filter[name])}
        onChange={(value) => change({ ...filter, [name]: value?.format('YYYY-MM-DD') })}
      />
    </>
  );
  return (
    <div className="audit">
      <h1>{t('audit.title')}</h1>
      <p className="muted">{t('audit.help')}</p>
      <fieldset className="audit-filter">
        <legend className="hidden">{t('audit.filter')}</legend>
        <label htmlFor="audit-staff">{t('audit.staff')}</label>
        <Select
          id="audit-staff"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          className="audit-staff"
          value={filter.staff}
          placeholder={t('audit.everybody')}
          options={staff.map(({ staffId, name, departmentName }) => ({
            value: staffId,
            label: `${name} · ${departmentName}`,
          }))}
          onChange={(chosen) => change({ ...filter, staff: chosen })}
        />
        <label htmlFor="audit-kind">{t('audit.kind')}</label>
        <Select
          id="audit-kind"
          allowClear
          className="audit-kind"
          value={filter.kind}
          placeholder={t('audit.allKinds')}
          options={AUDIT_KINDS.map((kind) => ({ value: kind, label: t(`audit.kinds.${kind}`) }))}
          onChange={(kind) => change({ ...filter, kind })}
        />
        <label htmlFor="audit-order">{t('audit.order')}</label>
        <Input
          id="audit-order"
          className="audit-order number"
          value={order}
          allowClear
          maxLength={40}
          onChange={(event) => {
            setOrder(event.target.value);
            if (event.target.value === '' && filter.order !== undefined) change({ ...filter, order: '' });
          }}
          onPressEnter={() => change({ ...filter, order: order.trim() })}
          onBlur={() => order.trim() !== (filter.order ?? '') && change({ ...filter, order: order.trim() })}
        />
        {day('from')}
        {day('until')}
        <span className="grow" />
        <a className="btn" href={auditFile(filter)} download>
          {t('audit.export')}
        </a>
      </fieldset>
      {log.error !== null ? (
        <LoadFailed error={log.error} again={() => void log.refetch()} />
      ) : log.data === undefined ? (
        <Skeleton active={false} paragraph={{ rows: 10 }} />
      ) : (
        <Log items={log.data.pages.flatMap((page) => page.items)} />
      )}
      {log.hasNextPage && (
        <p>
          <button type="button" className="btn" disabled={log.isFetching} onClick={() => void log.fetchNextPage()}>
            {t('audit.more')}
          </button>
        </p>
      )}
    </div>
  );
}

function Log({ items }: { items: AuditEntry[] }): ReactNode {
  const { t } = useTranslation();
  const names: Record<string, string> = { ...t('audit.details', { returnObjects: true }) };
  if (items.length === 0)
    return (
      <div className="empty">
        <b>{t('audit.none')}</b>
        {t('audit.noneHelp')}
      </div>
    );
  return (
    <table className="table audit-table">
      <thead>
        <tr>
          {(['at', 'by', 'what', 'about', 'detail'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`audit.heads.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <tr key={entry.id}>
            <td className="number">{local(entry.at).format('YYYY-MM-DD HH:mm:ss')}</td>
            <td>{entry.by ?? <span className="quiet">{t('audit.nobody')}</span>}</td>
            <td className={BAD.has(entry.action) ? 'late-text' : undefined}>{entry.actionName}</td>
            <td className="number">
              {entry.orderId !== null && entry.orderNumber !== null ? (
                <Link to="/orders/$orderId" params={{ orderId: String(entry.orderId) }}>
                  {entry.orderNumber}
                </Link>
              ) : (
                entry.objectName
              )}
            </td>
            <td className="muted small">{detailText(entry.detail, names)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const BAD: ReadonlySet<string> = new Set(['sign-in.failed', 'sign-in.locked', 'refused']);

function rolesText(value: unknown): string {
  const [lang, comma] = languageNow() === 'en' ? (['en', ', '] as const) : (['zh', '、'] as const);
  return [value]
    .flat()
    .map((role) => ROLE_NAMES[role as Role]?.[lang] ?? String(role))
    .join(comma);
}

/** What else was written down, as it stands there. */
function detailText(detail: AuditEntry['detail'], names: Record<string, string>): string {
  return Object.entries(detail)
    .map(
      ([name, value]) =>
        `${names[name] ?? name}: ${
          name === 'rolesGiven' || name === 'rolesTaken'
            ? rolesText(value)
            : typeof value === 'object'
              ? JSON.stringify(value)
              : String(value)
        }`,
    )
    .join(' · ')
    .slice(0, 200);
}
