/** The service worker: the whole application is on the phone, and opens without a network. Data is the queue's matter, not its. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: {
  __WB_MANIFEST: { url: string; revision: string | null }[];
  skipWaiting: () => void;
  addEventListener: (type: 'message', listener: (event: { data: unknown }) => void) => void;
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// a new version waits until the person says so: what is being filled in must not lose its forms
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') self.skipWaiting();
});
