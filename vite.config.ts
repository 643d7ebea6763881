import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command, mode }) => {
  // `--mode public` is the bundle of the public entry point: a page of its own that imports no staff code.
  const forPublic = mode === 'public';
  // A build started from a test would otherwise take React's slow development version along.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: forPublic ? 'client/villager' : 'client',
    publicDir: forPublic ? '../public' : 'public',
    base: '/',
    plugins: [react()],
    worker: { format: 'es' as const },
    build: {
      outDir: forPublic ? '../../dist/public' : '../dist/client',
      emptyOutDir: true,
      // Nothing is inlined: the content security policy forbids inline scripts and styles, and data: fonts.
      assetsInlineLimit: 0,
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      modulePreload: { polyfill: false },
      // Whoever starts Sunmap on a slow machine has no use for a report on the bundler.
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  };
});
