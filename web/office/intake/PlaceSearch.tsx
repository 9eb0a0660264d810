/** The place, searched as it is typed: what may be meant, of which kind, and why; choosing an account fills in the customer. */
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { type PlaceCandidate, useMe, usePlaces } from '../data.ts';
import { Combo, type Option } from '../parts/Combo.tsx';
import { useSettled } from '../parts/settled.ts';
import { type Draft, unplaced } from './draft.ts';

/** Premises say whose; the others where and why. */
const optionOf = (one: PlaceCandidate, likely: string | null): Option => ({
  value: one.id,
  mark: one.kindName,
  label: one.name,
  detail: [
    ...(likely === null ? [] : [likely]),
    ...(one.premises ? [`${one.premises.customerName} ${one.premises.accountNumber}`] : []),
    ...one.reasons.map(({ text }) => text),
  ].join(' · '),
});

export function PlaceSearch({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }): ReactNode {
  const { t } = useTranslation();
  const may = useMe().data?.permissions['personal.reveal'] === 'all';
  const latest = useRef(draft);
  latest.current = draft;
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed, 200);
  const places = usePlaces(settled);
  const enough = typed.trim().length >= 2;
  const candidates = enough ? (places.data?.candidates ?? []) : [];
  const sure = places.data?.confident === true;
  const choose = (id: string): void => {
    const chosen = candidates.find((one) => one.id === id);
    if (chosen === undefined) return;
    setTyped('');
    const { premises: account, communityId, districtId } = chosen;
    change({
      place: chosen.name,
      premises:
        account === null || communityId === null || districtId === null
          ? null
          : {
              id: account.premisesId,
              accountNumber: account.accountNumber,
              customerName: account.customerName,
              communityId,
              districtId,
            },
      communityId: communityId ?? undefined,
      districtId: districtId ?? undefined,
      roadIds: chosen.roadIds,
      chosen: {
        kind: chosen.kind,
        kindName: chosen.kindName,
        districtName: chosen.districtName,
        // a road alone is no point
        point:
          chosen.kind === 'road' || chosen.lon === null || chosen.lat === null
            ? null
            : { lon: chosen.lon, lat: chosen.lat },
      },
    });
    if (account === null || !may) return;
    // Whose account it is, for the one on the phone; the audit log says who looked. Refused or lost, it stays masked.
    void call<{ customerName: string }>('POST', `/api/places/premises/${account.premisesId}/reveal`, { body: {} })
      .then((full) => {
        // Another place may have been chosen since.
        const before = latest.current.premises;
        if (before?.id === account.premisesId) change({ premises: { ...before, customerName: full.customerName } });
      })
      .catch(() => undefined);
  };
  return (
    <Combo
      id="place"
      text={draft.place}
      options={candidates.map((one, at) => optionOf(one, at === 0 && sure ? t('places.likely') : null))}
      none={enough && settled === typed && places.isSuccess && !places.isFetching ? t('intake.placeNone') : null}
      placeholder={t('intake.placeHint')}
      maxLength={200}
      type={(text) => {
        setTyped(text);
        change({ ...unplaced, place: text });
      }}
      choose={(option) => choose(option.value)}
    />
  );
}
