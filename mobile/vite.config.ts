import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

/** Maven says where the pages go; by hand (`npm run build`) they are kept here. */
const outDir = process.env.WEB_OUT ?? 'dist';

/** Where `npm run dev` finds the API: a stack started with `./ojeomneo up`. */
const api = process.env.SERVER_URL ?? 'http://localhost:3000';

const DAY = 24 * 60 * 60;

export default defineConfig({
  plugins: [
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: false,
      manifest: {
        id: '/',
        name: '오점너',
        short_name: '오점너',
        description: '점심을 고르고, 결제하고, 준비되는 것을 지켜보세요.',
        lang: 'ko',
        start_url: '/',
        display: 'standalone',
        background_color: '#fffaf5',
        theme_color: '#c2410c',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg}'],
        globIgnores: ['checkout.js', 'ojeomneo.css', 'push.js'],
        importScripts: ['/push.js'],
        navigateFallback: '/index.html',
        // The provider's page with the real SDK, the API and its documents are the Server's.
        navigateFallbackDenylist: [/^\/ojeomneo\//, /^\/checkout\/(?!return)/, /^\/metrics/],
        runtimeCaching: [
          {
            // What is about to be ordered (placing.ts), and what an app asks for that hears of changes (client.ts).
            urlPattern: ({ url, request }) =>
              request.cache !== 'reload' &&
              request.cache !== 'no-cache' &&
              /^\/ojeomneo\/v1\/(menus|stores|config)/.test(url.pathname),
            handler: 'StaleWhileRevalidate',
            options: {
              cacheName: 'catalogue',
              expiration: { maxEntries: 200, maxAgeSeconds: DAY },
            },
          },
          {
            urlPattern: /\/ojeomneo\/v1\/images\//,
            handler: 'CacheFirst',
            options: { cacheName: 'images', expiration: { maxEntries: 300 } },
          },
          {
            // Emptied when a session ends (door.ts); never of whom staff look at (client.ts).
            urlPattern: ({ url, request }) =>
              request.cache !== 'no-store' &&
              /^\/ojeomneo\/v1\/orders(\/[0-9a-f-]{36})?$/.test(url.pathname),
            handler: 'NetworkFirst',
            options: {
              cacheName: 'orders',
              networkTimeoutSeconds: 4,
              expiration: { maxEntries: 50, maxAgeSeconds: 30 * DAY },
            },
          },
        ],
      },
    }),
  ],
  build: {
    outDir,
    // The folder holds the Server's own pages too; what an earlier build left is removed by web.mjs.
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { proxy: { '/ojeomneo': api } },
  test: { include: ['src/**/*.test.ts'] },
});
