import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Maven says where the pages go; by hand (`npm run build`) it is the same folder. */
const outDir = process.env.WEB_OUT ?? '../../../target/classes/META-INF/resources';

/** Where `npm run dev` finds the API: a stack started with `./ojeomneo up`. */
const api = process.env.ADMIN_URL ?? 'http://localhost:8000';

export default defineConfig({
  plugins: [
    react(),
    {
      // Icons that are not used, as a font in a data: address, which the policy refuses.
      name: 'no-icon-font',
      transform: (code, id) =>
        id.includes('@fullcalendar/core') ? code.replace(/@font-face\{[^}]*\}/g, '') : null,
    },
  ],
  // IndexPage.java puts each answer's own nonce in its place.
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    outDir,
    emptyOutDir: true,
    // Everything that is inlined as data: would have to be allowed by the policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
            // What draws charts is fetched by the page that draws.
            { name: 'mui', test: /node_modules\/(@mui\/(?!x-)|@emotion\/)/ },
            { name: 'admin', test: /node_modules\/(ra-|react-admin|@tanstack|react-hook-form)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': api } },
  test: { include: ['src/**/*.test.ts'] },
});
