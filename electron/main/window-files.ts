/** What the window's page becomes outside of it: files at a place that the user chooses, and paper. */
import path from 'node:path'
import { app, dialog } from 'electron'
import type { BrowserWindow, FileFilter } from 'electron'
import type { ExportOptions, FileKind } from './exports.ts'
import { unlessLocked } from './lock-gate.ts'
import type { SettingsFileOptions } from './settings-file.ts'

const filters: Record<FileKind, FileFilter> = {
  json: { name: 'JSON', extensions: ['json'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  vcf: { name: 'vCard', extensions: ['vcf'] },
}

export function windowFiles(
  current: () => BrowserWindow | null,
  isLocked: () => boolean,
): Pick<ExportOptions, 'chooseFile' | 'chooseFolder' | 'pdf' | 'print' | 'today'> &
  Pick<SettingsFileOptions, 'chooseFile' | 'pickFile'> {
  const window = (): BrowserWindow => {
    const found = current()
    if (!found || found.isDestroyed()) throw new Error('There is no window')
    return found
  }
  return {
    chooseFile: unlessLocked(async ({ name, kind }: { name: string; kind: FileKind }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: path.join(app.getPath('documents'), `${name}.${kind}`),
        filters: [filters[kind]],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return canceled || filePath === '' ? null : filePath
    }, isLocked),
    chooseFolder: unlessLocked(async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    }, isLocked),
    /** Left out: a file of contacts. */
    pickFile: unlessLocked(async (kind?: 'json') => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        filters: [
          kind ? filters[kind] : { name: 'CSV, vCard', extensions: ['csv', 'tsv', 'txt', 'vcf', 'vcard'] },
          { name: '*', extensions: ['*'] },
        ],
        properties: ['openFile'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    }, isLocked),
    pdf: () => window().webContents.printToPDF({ printBackground: true, preferCSSPageSize: true }),
    print: () => window().webContents.print({ printBackground: true }),
    // The PC's own calendar: it names a file.
    today: () => {
      const now = new Date()
      const two = (of: number) => String(of).padStart(2, '0')
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
    },
  }
}
