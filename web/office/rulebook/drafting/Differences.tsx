/** 不同之处: what differs, section by section, each in one sentence with its article; narrowed by section and text. */
import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference, Effects, Section } from './data.ts';

interface Props {
  sections: Section[];
  differences: Difference[];
  effects?: Effects | undefined;
}

export function Differences({ sections, differences, effects }: Props): ReactNode {
  const { t } = useTranslation();
  const [section, setSection] = useState('');
  const [find, setFind] = useState('');
  const [cited, setCited] = useState(false);
  const typed = find.trim().toLowerCase();
  const shown = differences
    .map((one, index) => ({ one, effect: effects?.effects[index] }))
    .filter(
      ({ one }) =>
        (section === '' || one.section === section) &&
        (cited || !one.cited) &&
        (typed === '' || `${one.text} ${one.article} ${one.entry}`.toLowerCase().includes(typed)),
    );
  const hidden = differences.filter((one) => one.cited).length;
  if (differences.length === 0) return <p className="empty">{t('drafting.same')}</p>;
  return (
    <>
      <div className="row differences-filter">
        <Select
          style={{ width: 200 }}
          aria-label={t('drafting.section')}
          value={section}
          onChange={setSection}
          options={[
            { value: '', label: t('drafting.allSections') },
            ...sections.map((one) => ({ value: one.section, label: `${one.name} ${one.count}` })),
          ]}
        />
        <Input
          style={{ width: 240 }}
          allowClear
          aria-label={t('drafting.find')}
          placeholder={t('drafting.find')}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        {hidden > 0 && (
          <label className="row small">
            <input type="checkbox" checked={cited} onChange={(event) => setCited(event.target.checked)} />
            {t('drafting.cited', { n: hidden })}
          </label>
        )}
        <span className="grow" />
        <span className="small quiet" aria-live="polite">
          {t('drafting.shown', { n: shown.length })}
        </span>
      </div>
      {shown.length === 0 && <p className="empty">{t('drafting.noneShown')}</p>}
      {sections
        .filter((one) => shown.some((other) => other.one.section === one.section))
        .map((one) => (
          <section key={one.section} aria-labelledby={`differences-${one.section}`}>
            <h3 id={`differences-${one.section}`}>{one.name}</h3>
            <ul className="differences">
              {shown
                .filter((other) => other.one.section === one.section)
                .map(({ one: difference, effect }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: differences have no identity of their own
                  <li key={index}>
                    <span className="difference-text">{difference.text}</span>
                    <span className="small muted difference-article">{difference.article}</span>
                    {effects && <Touched effect={effect} />}
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function Touched({ effect }: { effect: Effects['effects'][number] | undefined }): ReactNode {
  const { t } = useTranslation();
  if (effect === undefined || effect.orders === null) return <span className="small quiet difference-orders">—</span>;
  return (
    <span className="small difference-orders">
      {t(effect.shared ? 'drafting.touchedTogether' : 'drafting.touched', { n: effect.orders })}
      {effect.late > 0 && <span className="late-text">{t('drafting.lateAtOnce', { n: effect.late })}</span>}
    </span>
  );
}
