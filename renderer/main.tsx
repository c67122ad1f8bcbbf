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
document.addEventListener('scroll', windowStore.getState().noteScroll, { capture: true, passive: true })

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no root element')
const root = createRoot(element)
// A moment later: by then the first answers are mostly there, and all is drawn once.
setTimeout(() =>
  root.render(
    <StrictMode>
      <Root />
    </StrictMode>,
  ),
)
