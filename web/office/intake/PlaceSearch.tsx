/** The address, searched as it is typed: choosing an account fills in the customer. */
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useMe, usePlaces } from '../data.ts';
import { Combo } from '../parts/Combo.tsx';
import { useSettled } from '../parts/settled.ts';
import type { Draft } from './draft.ts';

export function PlaceSearch({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }): ReactNode {
  const { t } = useTranslation();
  const may = useMe().data?.permissions['personal.reveal'] === 'all';
  const latest = useRef(draft);
  latest.current = draft;
  const [typed, setTyped] = useState('');
  const places = usePlaces(useSettled(typed, 250));
  const premises = places.data?.premises ?? [];
  const communities = places.data?.communities ?? [];
  const options =
    typed.trim().length < 2
      ? []
      : [
          ...premises.map((one) => ({
            value: `premises ${one.premisesId}`,
            label: one.address,
            detail: `${one.customerName} · ${one.accountNumber}`,
          })),
          ...communities.map((one) => ({
            value: `community ${one.communityId}`,
            label: `${one.road} ${one.name}`,
            detail: one.districtName,
          })),
        ];
  const choose = (value: string): void => {
    const [kind, id] = value.split(' ');
    const account = premises.find((one) => kind === 'premises' && String(one.premisesId) === id);
    const community = communities.find((one) => kind === 'community' && String(one.communityId) === id);
    setTyped('');
    if (account !== undefined) {
      const { premisesId, accountNumber, customerName, communityId, districtId } = account;
      change({
        place: account.address,
        premises: { id: premisesId, accountNumber, customerName, communityId, districtId },
      });
      if (!may) return;
      // Whose account it is, for the one on the phone; the audit log says who looked. Refused or lost, it stays masked.
      void call<typeof account>('POST', `/api/places/premises/${premisesId}/reveal`, { body: {} })
        .then((full) => {
          // Another place may have been chosen since.
          if (latest.current.premises?.id !== premisesId) return;
          change({
            premises: { id: premisesId, accountNumber, customerName: full.customerName, communityId, districtId },
          });
        })
        .catch(() => undefined);
    } else if (community !== undefined) {
      const { communityId, districtId } = community;
      change({ place: `${community.road}${community.name}`, premises: null, communityId, districtId });
    }
  };
  return (
    <Combo
      id="place"
      text={draft.place}
      options={options}
      none={typed.trim().length >= 2 && places.isSuccess && !places.isFetching ? t('intake.placeNone') : null}
      placeholder={t('intake.placeHint')}
      maxLength={200}
      type={(text) => {
        setTyped(text);
        change({ place: text, premises: null });
      }}
      choose={(option) => choose(option.value)}
    />
  );
}
