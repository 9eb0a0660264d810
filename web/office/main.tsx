import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './data.ts';
import { router } from './routes.tsx';
import { Look } from './shell/Look.tsx';
import { startTexts } from './texts/index.ts';
import '../kit/tokens.css';
import './style/ground.css';
import './style/shell.css';
import './style/desk.css';
import './style/order.css';
import './style/live.css';
import './style/parts.css';
import './style/map.css';
import './style/pages.css';
import './style/screens.css';
import './style/print.css';

await startTexts();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
);
