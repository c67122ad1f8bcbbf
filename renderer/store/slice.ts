import type { StateCreator } from 'zustand'
import type { AppSlice } from './app-slice.ts'
import type { BackupSlice } from './backup-slice.ts'
import type { CallBackSlice } from './call-back-slice.ts'
import type { CallsSlice } from './calls-slice.ts'
import type { ContactSlice } from './contact-slice.ts'
import type { ConversationSlice } from './conversation-slice.ts'
import type { FormsSlice } from './forms-slice.ts'
import type { HealthSlice } from './health-slice.ts'
import type { ImportSlice } from './import-slice.ts'
import type { InboxSlice } from './inbox-slice.ts'
import type { LiveSlice } from './live-slice.ts'
import type { LockSlice } from './lock-slice.ts'
import type { MarksSlice } from './marks-slice.ts'
import type { NoticeSlice } from './notice-slice.ts'
import type { NotesSlice } from './notes-slice.ts'
import type { OverviewSlice } from './overview-slice.ts'
import type { PaletteSlice } from './palette-slice.ts'
import type { PcSlice } from './pc-slice.ts'
import type { PartiesSlice } from './parties-slice.ts'
import type { TagsSlice } from './tags-slice.ts'
import type { PrivacySlice } from './privacy-slice.ts'
import type { SendingSlice } from './sending-slice.ts'
import type { TimelineSlice } from './timeline-slice.ts'
import type { WritingSlice } from './writing-slice.ts'

/** All the window knows: a projection of what the engine holds, plus where the user stands in it. */
export type WindowState = InboxSlice &
  ConversationSlice &
  TimelineSlice &
  SendingSlice &
  WritingSlice &
  CallsSlice &
  CallBackSlice &
  BackupSlice &
  PrivacySlice &
  HealthSlice &
  LiveSlice &
  LockSlice &
  AppSlice &
  MarksSlice &
  NoticeSlice &
  NotesSlice &
  OverviewSlice &
  PaletteSlice &
  PcSlice &
  PartiesSlice &
  TagsSlice &
  ContactSlice &
  ImportSlice &
  FormsSlice

export type Slice<T> = StateCreator<WindowState, [], [], T>
