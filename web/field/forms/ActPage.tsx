/** One thing to do at an order, filled in and given. It counts at once; when it is sent is the queue's matter. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { FAR_METRES } from '../../../server/modules/field/rules/flags.ts';
import { type Acting, bodyOf, type Field, fieldsOf, missing, startValues, type Values } from '../../kit/acts.ts';
import { serverNow } from '../../kit/live.ts';
import type { Allowed } from '../../kit/views.ts';
import { give, usePhone } from '../app/phone.ts';
import { back, go } from '../app/places.ts';
import { distance, useWhereabouts } from '../app/position.ts';
import type { Shown } from '../app/shown.ts';
import { far } from '../parts/words.ts';
import { Head, NetworkBar } from '../shell/Frame.tsx';
import { type Say, useTexts } from '../texts/index.ts';
import { Call } from './Call.tsx';
import { FieldInput } from './FieldInput.tsx';
import { Foot, Frame } from './Frame.tsx';
import { Note } from './Note.tsx';
import { PhotoPicker, usePhotos } from './PhotoPicker.tsx';
import { Position } from './Position.tsx';
import { Signature } from './Signature.tsx';

export default function ActPage({ id, act, of }: { id: number; act: string; of: string | null }): ReactNode {
  const t = useTexts();
  const { orders } = usePhone();
  const shown = orders.find(({ view }) => view.id === id);
  const above = { page: 'order', order: id } as const;
  if (shown === undefined) {
    return (
      <>
        <NetworkBar />
        <Head title={t('orders.one')} above={above} />
        <main className="page empty">
          <b>{t('order.gone')}</b>
        </main>
      </>
    );
  }
  const done = (): void => back(above);
  if (act === 'call') return <Call shown={shown} done={done} />;
  if (act === 'signature') return <Signature shown={shown} done={done} />;
  if (act === 'note') return <Note shown={shown} about={of} done={done} />;
  if (act === 'set-position') return <Position shown={shown} done={done} />;
  if (act === 'photos') return <Photos shown={shown} done={done} />;
  if (act === 'record' && of === null) return <Milestones shown={shown} />;
  return <Command shown={shown} command={act} of={of} done={done} />;
}

function Photos({ shown, done }: { shown: Shown; done: () => void }): ReactNode {
  const t = useTexts();
  const photos = usePhotos(shown);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    const refused = await photos.give();
    if (refused === null) done();
    else setWrong(refused);
  };
  return (
    <Frame shown={shown} title={t('act.photo')} wrong={wrong}>
      <PhotoPicker photos={photos} open />
      <Foot label={t('act.keep')} disabled={photos.taken.length === 0} send={send} />
    </Frame>
  );
}

/** What is seldom recorded, by name. */
function Milestones({ shown }: { shown: Shown }): ReactNode {
  const t = useTexts();
  const all = shown.view.allowed.find(({ command }) => command === 'record')?.milestones ?? [];
  const [typed, setTyped] = useState('');
  const found = all.filter(({ name }) => name.includes(typed.trim()));
  return (
    <Frame shown={shown} title={t('act.otherMilestone')} wrong={null}>
      <label className="field">
        <span>{t('act.find')}</span>
        <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <ul className="choices">
        {found.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="second"
              onClick={() => go({ page: 'act', order: shown.view.id, act: 'record', of: id }, { replace: true })}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

function useCommand(shown: Shown, command: string, of: string | null) {
  const { view } = shown;
  const allowed: Allowed | undefined = view.allowed.find((one) => one.command === command);
  const acting: Acting = { command };
  const milestone = of === null ? undefined : allowed?.milestones?.find(({ id }) => id === of);
  const fields = fieldsOf(command, allowed, view);
  const name = milestone?.name ?? allowed?.name ?? command;
  return { allowed, acting, fields, name, milestone };
}

function Command({
  shown,
  command,
  of,
  done,
}: {
  shown: Shown;
  command: string;
  of: string | null;
  done: () => void;
}): ReactNode {
  const t = useTexts();
  const { view } = shown;
  const { allowed, acting, fields: all, name, milestone } = useCommand(shown, command, of);
  const [values, setValues] = useState<Values>(() => ({
    ...startValues(acting, view, allowed),
    ...(command === 'assign' ? { handlerId: undefined } : {}),
    ...(of === null ? {} : { milestone: of }),
  }));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const photos = usePhotos(shown);
  const fields = all.filter((field) => field.when?.(values) ?? true);
  const asked = fields.filter((field) => !(field.id === 'milestone' && of !== null));
  const gaps = missing(fields, values).filter((gap) => !isPhotoField(gap) || photos.taken.length === 0);
  const form = milestone?.form ?? allowed?.form;

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (gaps.length > 0) {
      document.getElementById(`act-${gaps[0]}`)?.focus();
      return;
    }
    setBusy(true);
    const refusedPhoto = await photos.give();
    const filled = withPhotos(fields, values, t('act.photosTaken', { n: photos.taken.length }), photos.taken.length);
    const { version: _own, occurredAt, ...body } = bodyOf(fields, filled, view, undefined);
    const at = typeof occurredAt === 'string' ? Date.parse(occurredAt) : undefined;
    const refused = refusedPhoto ?? (await give(view.id, command, body, at));
    setBusy(false);
    if (refused === null) done();
    else setWrong(refused);
  };

  return (
    <Frame shown={shown} title={titleOf(command, name, t)} wrong={wrong}>
      <form onSubmit={(event) => void send(event)} noValidate>
        {allowed !== undefined && !allowed.enabled && <p className="wrong">{allowed.reason}</p>}
        {form !== undefined && (
          <p className="rule quiet">
            {form.article}：“{form.quote}”
          </p>
        )}
        {command === 'record' && of !== null && <Moment at={serverNow()} shown={shown} />}
        {asked.map((field) => (
          <FieldInput
            key={field.id}
            field={field}
            shown={shown}
            allowed={allowed}
            values={values}
            change={(field_, value) => setValues((before) => ({ ...before, [field_]: value }))}
            wrong={tried && gaps.includes(field.id) ? t('act.required') : null}
          />
        ))}
        {(command === 'record' || command === 'handle') && (
          <PhotoPicker photos={photos} open={asked.some(({ id }) => isPhotoField(id))} />
        )}
        <div className="form-foot">
          <button type="submit" className="main" disabled={busy || allowed?.enabled === false}>
            {busy ? t('act.keeping') : command === 'record' ? t('act.record', { name }) : t('act.confirm')}
          </button>
        </div>
      </form>
    </Frame>
  );
}

const titleOf = (command: string, name: string, t: Say): string =>
  command === 'handle' ? t('act.handle') : command === 'assign' ? t('act.handOver') : name;

const isPhotoField = (id: string): boolean => /^form\..*photo/.test(id);

/** Where the rulebook's form wants photos, the photos themselves answer. */
const withPhotos = (fields: Field[], values: Values, words: string, n: number): Values =>
  n === 0
    ? values
    : { ...values, ...Object.fromEntries(fields.filter(({ id }) => isPhotoField(id)).map(({ id }) => [id, words])) };

/** When it counts, and whether those who review it will be told that it was recorded from elsewhere. */
function Moment({ at, shown }: { at: number; shown: Shown }): ReactNode {
  const t = useTexts();
  const [began] = useState(at);
  const { known } = useWhereabouts();
  const { position } = shown.view;
  const away = known !== null && position !== null ? distance(known, position) - known.accuracy : 0;
  return (
    <>
      <p className="hint">{t('act.moment', { time: clock(began) })}</p>
      {away > FAR_METRES && <p className="hint warn-text">{t('act.far', { far: far(away, t) })}</p>}
    </>
  );
}

const clock = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);
