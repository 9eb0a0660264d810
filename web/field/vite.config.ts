import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { keptOnPhone } from './kept-config.ts';

const API = process.env.GONGSHUI_API ?? 'http://127.0.0.1:8080';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/field/',
  plugins: [react(), keptOnPhone(here('./public'))],
  // The API refuses writes that another site sends: through the proxy they come from its own.
  server: { port: 4401, proxy: { '/api': { target: API, changeOrigin: true, headers: { origin: API } } } },
  build: {
    outDir: here('../../dist/field'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: here('./index.html'), sw: here('./sw.ts') },
      output: {
        // its address must stay: the browser asks for it again to find out what is new
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
