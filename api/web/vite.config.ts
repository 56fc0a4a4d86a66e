import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

// The server of the API also serves the page, so a build lands in its wwwroot and every address is relative to `/`.
export default defineConfig(({ mode }) => ({
  base: '/',
  build: {
    outDir: '../Twin.Api/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // The Content-Security-Policy refuses data: fonts, and an inlined file is fetched again with every page.
    assetsInlineLimit: 0,
    // The map library alone is over the default limit; the page's own budget is tested in page.test.ts.
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['index.html', 'ops.html'] },
  },
  server: {
    // `npm run dev` beside a running `dotnet run --project silo/Twin.Silo`.
    proxy: {
      '/v1': loadEnv(mode, '.', 'TWIN_')['TWIN_API'] ?? 'http://127.0.0.1:8080',
      '/ogc': loadEnv(mode, '.', 'TWIN_')['TWIN_API'] ?? 'http://127.0.0.1:8080',
      '/ops/grains': loadEnv(mode, '.', 'TWIN_')['TWIN_API'] ?? 'http://127.0.0.1:8080',
    },
  },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    // What takes milliseconds may wait for seconds on a busy machine.
    testTimeout: 30_000,
  },
}));
