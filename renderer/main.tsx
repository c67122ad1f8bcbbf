// First: base.css names the cascade layers in their order, before any feature adds to them.
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { api } from './api/ringback.ts'
import { startSync } from './store/sync.ts'
import { windowStore } from './store/window-store.ts'
import { setLanguage } from './text/index.ts'

// The system's theme holds unless a test asks for one: `?theme=dark`.
const theme = new URLSearchParams(location.search).get('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme

setLanguage('en', undefined)
startSync(windowStore, api)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root element')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
