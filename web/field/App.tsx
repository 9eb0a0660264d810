/** Signed in or not, and which screen. What is filled in comes apart from the first page: it is on the phone by then. */
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { ClockTextsProvider } from '../kit/clock/words.ts';
import { enter, usePhone } from './app/phone.ts';
import { usePlace } from './app/places.ts';
import { DayPage } from './day/DayPage.tsx';
import { MePage } from './day/MePage.tsx';
import { OrderPage } from './orders/OrderPage.tsx';
import { OrdersPage } from './orders/OrdersPage.tsx';
import { SignIn } from './shell/SignIn.tsx';
import { clockTexts } from './texts/clock.ts';
import { languageNow, useTexts } from './texts/index.ts';
import { WaitingPage } from './waiting/WaitingPage.tsx';

const ActPage = lazy(() => import('./forms/ActPage.tsx'));

export function App(): ReactNode {
  const t = useTexts();
  const language = languageNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the language
  const words = useMemo(clockTexts, [language]);
  const { person, opening, wiped } = usePhone();
  if (opening) return null;
  if (person === null) return <SignIn entered={enter} why={wiped ? t('me.wiped') : null} />;
  return (
    <ClockTextsProvider value={words}>
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </ClockTextsProvider>
  );
}

function Screen(): ReactNode {
  const place = usePlace();
  switch (place.page) {
    case 'order':
      return <OrderPage id={place.order} />;
    case 'act':
      return <ActPage key={`${place.act}/${place.of}`} id={place.order} act={place.act} of={place.of} />;
    case 'waiting':
      return <WaitingPage />;
    case 'day':
      return <DayPage />;
    case 'me':
      return <MePage />;
    default:
      return <OrdersPage />;
  }
}
