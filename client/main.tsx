import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc/index.css';
import './style/tokens.css';
import './style/base.css';
import './style/controls.css';
import './style/layout.css';
import './style/map.css';
import './style/panel.css';
import './style/table.css';
import './style/steward.css';
import './style/operators.css';
import './style/review.css';
import './style/account.css';
import './style/dialog.css';
import './style/admin.css';
import './style/phone.css';
import './style/print.css';
import { App } from './app.tsx';
import { queryClient } from './data/query-client.ts';
import { startTexts } from './text/i18n.ts';

startTexts();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
