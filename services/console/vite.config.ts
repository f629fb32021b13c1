import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@ledgerline/contracts/words': here('../../libs/contracts/src/ticket/wire-words.ts') } },
  /** The gateway puts another one into each answer. */
  html: { cspNonce: '{nonce}' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
  },
  server: { proxy: { '/api': process.env['LEDGERLINE_URL'] ?? 'http://127.0.0.1:3000' } },
});
