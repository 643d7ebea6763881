import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc/index.css';
import '../style/tokens.css';
import '../style/base.css';
import './villager.css';
import { VillagerPage } from './villager-page.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <VillagerPage />
    </StrictMode>,
  );
}
