import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/**
 * The oldest runtime that must run what is built: the stand-in for closed networks (Chromium 130, Node 20.18). The
 * Electron of package.json is newer.
 */
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

/** React Aria brings its few words in thirty languages. The window speaks two of them. */
const ownLanguages: Plugin = {
  name: 'own-languages',
  load(id) {
    const language = /\/react-(?:aria|stately)[^?]*\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)?.[1]
    return language === undefined || ['en-US', 'es-ES'].includes(language) ? null : 'export default {}'
  },
}

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      // What stands in package.json's dependencies is loaded from there: addons, and the SMS package late. Those that the
      // engine needs before it can answer come in one file with it: to find and read their hundreds takes longer.
      externalizeDeps: {
        exclude: ['kysely', 'zod', 'libphonenumber-js', 'temporal-polyfill', 'sms-segments-calculator'],
      },
      minify: true,
      rollupOptions: {
        input: { index: 'electron/main/index.ts', engine: 'electron/engine/index.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      // A sandboxed preload can load nothing but Electron: all in one CommonJS file.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), ownLanguages],
    build: {
      target: chromeTarget,
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
})
