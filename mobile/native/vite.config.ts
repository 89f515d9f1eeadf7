import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The app for the shell: the same pages, loaded from the phone, without what only a browser needs. */
const server = process.env.VITE_SERVER;

/** What the Server sends it with the web's pages (AppFile), and leave to reach that Server. */
const policy = [
  // iOS loads the app under a scheme of Capacitor's, which an old WebKit does not take for 'self'.
  "default-src 'self' capacitor://localhost",
  `connect-src 'self' ${server}`,
  `img-src 'self' data: ${server}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [
    {
      name: 'shell',
      transformIndexHtml: {
        order: 'pre',
        handler: (html) =>
          html
            .replace('/src/main.tsx', '/native/src/main.ts')
            .replace(/\s*<link rel="apple-touch-icon"[^>]*>/g, '')
            .replace(
              '<meta charset="utf-8" />',
              `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
            ),
      },
    },
  ],
  build: {
    outDir: fileURLToPath(new URL('dist/www', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
