import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Nothing is inlined: the content security policy forbids inline scripts and styles, and data: fonts.
export default defineConfig({
  root: 'client',
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
  },
});
