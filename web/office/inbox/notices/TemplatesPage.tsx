/** 模板: what is told, and its words by channel and language, seen as they will be while they are written. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, Language } from '../../../../server/modules/notices/rules/notice.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { type NoticeEvent, useEvent, useEvents } from './data.ts';
import type { TemplateSearch } from './search.ts';
import { TemplateEditor } from './TemplateEditor.tsx';

export function TemplatesPage(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ strict: false }) as TemplateSearch;
  const asked = useEvents();
  const events = asked.data?.items;
  const chosen = search.event ?? events?.[0]?.id;
  if (events === undefined)
    return asked.error === null ? (
      <Skeleton active={false} paragraph={{ rows: 8 }} style={{ padding: 20 }} />
    ) : (
      <LoadFailed error={asked.error} again={() => void asked.refetch()} />
    );
  return (
    <div className="templates">
      <nav className="templates-events" aria-label={t('notices.template.events')}>
        {(['customer', 'staff'] as const).map((to) => (
          <div key={to}>
            <h2 className="small quiet">{t(`notices.template.to.${to}`)}</h2>
            <ul>
              {events
                .filter((event) => event.to === to)
                .map((event) => (
                  <li key={event.id}>
                    <Link
                      to="/notices/templates"
                      search={{ event: event.id }}
                      aria-current={event.id === chosen ? 'page' : undefined}
                    >
                      {event.name}
                    </Link>
                    {event.written > 0 && (
                      <span className="small quiet"> {t('notices.template.written', { n: event.written })}</span>
                    )}
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
      {chosen !== undefined && <OneEvent key={chosen} id={chosen} search={search} />}
    </div>
  );
}

function OneEvent({ id, search }: { id: string; search: TemplateSearch }): ReactNode {
  const asked = useEvent(id);
  if (asked.data !== undefined) return <Words event={asked.data} search={search} />;
  return asked.error === null ? (
    <Skeleton active={false} paragraph={{ rows: 8 }} style={{ padding: 20 }} />
  ) : (
    <LoadFailed error={asked.error} again={() => void asked.refetch()} />
  );
}

function Words({ event, search }: { event: NoticeEvent; search: TemplateSearch }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const channels = [...new Set(event.templates.map(({ channel }) => channel))];
  const channel: Channel = search.channel ?? event.channels[0] ?? channels[0] ?? 'sms';
  const language: Language = search.language ?? 'zh';
  const template = event.templates.find((one) => one.channel === channel && one.language === language);
  const go = (next: TemplateSearch): void =>
    void navigate({ to: '/notices/templates', search: { event: event.id, channel, language, ...next }, replace: true });
  return (
    <section className="templates-one" aria-labelledby="template-title">
      <h1 id="template-title">{event.name}</h1>
      <p className="muted">
        {t('notices.template.order', {
          channels: event.channels.map((one) => t(`notices.channel.${one}`)).join(' → '),
        })}
      </p>
      <div className="row templates-which">
        <Pick
          label={t('notices.heads.channel')}
          values={channels.map((one) => ({ id: one, name: t(`notices.channel.${one}`) }))}
          value={channel}
          choose={(next) => go({ channel: next })}
        />
        <Pick
          label={t('notices.template.language')}
          values={[
            { id: 'zh', name: '中文' },
            { id: 'en', name: 'English' },
          ]}
          value={language}
          choose={(next) => go({ language: next })}
        />
      </div>
      {template !== undefined && (
        <TemplateEditor key={`${channel} ${language} ${template.version}`} event={event} template={template} />
      )}
    </section>
  );
}

interface PickProps<T extends string> {
  label: string;
  values: { id: T; name: string }[];
  value: T;
  choose: (value: T) => void;
}

function Pick<T extends string>({ label, values, value, choose }: PickProps<T>): ReactNode {
  return (
    <fieldset className="row templates-pick">
      <legend className="hidden">{label}</legend>
      {values.map(({ id, name }) => (
        <button key={id} type="button" className="btn low" aria-pressed={id === value} onClick={() => choose(id)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
