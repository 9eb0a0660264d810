import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openPhone } from './app/phone.ts';
import { keepOnPhone } from './app/version.ts';
import { startTexts } from './texts/index.ts';
import '../kit/tokens.css';
import './style/ground.css';
import './style/order.css';
import './style/forms.css';

startTexts();
void openPhone();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void keepOnPhone();
