// First: base.css names the cascade layers in their order, before any feature adds to them.
import './ui/tokens.css'
import './ui/base.css'
import './ui/button.css'
import './ui/field.css'
import './ui/select.css'
import './ui/overlay.css'
import './ui/contrast.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Root } from './root.tsx'
import { api } from './api/ringback.ts'
import { startSync } from './store/sync.ts'
import { windowStore } from './store/window-store.ts'

startSync(windowStore, api)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root element')
createRoot(root).render(
  <StrictMode>
    <Root />
  </StrictMode>,
)
