/** What a page in the window must not be able to do, tried from inside the window. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepareRuntime } from '../scripts/prepare/runtime.ts'
import { AppLog } from './support/app-log.ts'
import { appFolder } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { openPorts } from './support/open-ports.ts'
import { expect, test } from './support/test.ts'

const home = 'app://ringback/index.html'

/** A site that the window has no business with; it counts who comes. */
class Stranger {
  visits = 0
  readonly #server: Server

  constructor() {
    this.#server = createServer((_request, response) => {
      this.visits += 1
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('content-type', 'text/javascript').end('window.stranger = true')
    })
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

const stranger = new Stranger()
let address = ''
test.beforeAll(async () => {
  address = await stranger.open()
})
test.afterAll(() => stranger.close())

test('the window is sandboxed and knows nothing of Node', async ({ launch }) => {
  const app = await launch()
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag: webviewTag ?? false }
  })
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })

  const globals = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron']
  const found = await app.window.evaluate((names) => names.filter((name) => name in globalThis), globals)
  expect(found).toEqual([])
  expect(await app.window.evaluate(() => Object.keys(window.ringback).sort())).toEqual(['on', 'request'])
})

test('no inline, evaluated or remote code runs, and nothing is fetched from elsewhere', async ({ launch }) => {
  const app = await launch()
  const ran = await app.window.evaluate(async (url) => {
    const add = (name: string, set: (element: HTMLElement) => void) => {
      const element = document.createElement(name)
      set(element)
      document.body.append(element)
    }
    add('script', (script) => (script.textContent = 'window.inline = true'))
    add('script', (script) => script.setAttribute('src', url))
    add('img', (image) => image.setAttribute('src', `${url}pixel.png`))
    add('iframe', (frame) => frame.setAttribute('src', url))
    add('button', (button) => {
      button.setAttribute('onclick', 'window.attribute = true')
      button.click()
    })
    const evaluated = new Promise<string>((resolve) => {
      // Later, so that it runs as the page's own code and not as the test's.
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval
          resolve(String(window.eval('"evaluated"')))
        } catch (error) {
          resolve((error as Error).name)
        }
      })
    })
    const fetched = await fetch(url).then(
      () => 'fetched',
      () => 'refused',
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    const left = ['inline', 'attribute', 'stranger'].filter((name) => name in window)
    return { left, fetched, evaluated: await evaluated }
  }, address)
  expect(ran).toEqual({ left: [], fetched: 'refused', evaluated: 'EvalError' })
  expect(stranger.visits).toBe(0)
})

test('the window cannot be led elsewhere, opens no other and no web view, and saves no file past the user', async ({
  launch,
}) => {
  const app = await launch()
  const opened = await app.window.evaluate((url) => window.open(url) === null, address)
  expect(opened).toBe(true)
  for (const target of [address, 'file:///etc/hostname', 'https://example.com/']) {
    await app.window.evaluate((url) => {
      location.href = url
    }, target)
  }
  await expect.poll(async () => (await app.log.of('window.navigation-refused')).length).toBeGreaterThanOrEqual(2)
  expect(app.window.url()).toBe(home)
  expect(app.electron.windows()).toHaveLength(1)
  expect(await app.log.of('window.open-refused')).toHaveLength(1)

  await app.window.evaluate((url) => {
    const view = document.createElement('webview')
    view.setAttribute('src', url)
    document.body.append(view)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.exe'
    link.click()
  }, address)
  await expect.poll(async () => (await app.log.of('window.download-refused')).length).toBe(1)
  expect(await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  expect(stranger.visits).toBe(0)
})

test('Ringback opens no door to the network', async () => {
  test.skip(process.platform !== 'linux', 'sockets are read from /proc')
  // What a test drives listens for the test: this one runs by itself, as in an office.
  const profile = await mkdtemp(path.join(tmpdir(), 'ringback-alone-'))
  const { executable, kind } = await prepareRuntime()
  const args = [appFolder, `--user-data-dir=${profile}`, '--no-sandbox']
  const env = { ...process.env, RINGBACK_RUNTIME: kind, NODE_OPTIONS: undefined, ELECTRON_RUN_AS_NODE: undefined }
  const app = spawn(executable, args, { stdio: 'ignore', env })
  try {
    const log = new AppLog(path.join(profile, 'logs', 'ringback.log'))
    await expect.poll(() => log.of('engine.started').then((starts) => starts.length), { timeout: 20_000 }).toBe(1)
    expect(await openPorts(app.pid ?? 0)).toEqual([])
    // The stranger's door, which this process holds open, would have been seen.
    expect(await openPorts(process.pid)).not.toEqual([])
  } finally {
    const exited = once(app, 'exit')
    app.kill()
    await exited
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('a dropped file is not opened in place of the app', async ({ launch }) => {
  const app = await launch()
  const file = path.join(app.profile, 'mine.html')
  await writeFile(file, '<h1>mine</h1>')
  const session = await app.electron.context().newCDPSession(app.window)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  }
  await app.window.waitForTimeout(300)
  expect(app.window.url()).toBe(home)
  expect(app.electron.windows()).toHaveLength(1)
})

test('devices, places and notifications of the page are refused', async ({ launch }) => {
  const app = await launch()
  const answers = await app.window.evaluate(async () => {
    const named = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.name)
    const place = new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))
    return {
      notifications: await Notification.requestPermission(),
      camera: await named(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      place: await place.then(
        () => 'given',
        () => 'refused',
      ),
    }
  })
  expect(answers.notifications).toBe('denied')
  expect(answers.camera).toMatch(/NotAllowedError|NotFoundError/)
  expect(answers.place).toBe('refused')
})

test('no address of the app leads out of its own pages', async ({ launch }) => {
  const app = await launch()
  const addresses = [
    'app://ringback/../../package.json',
    'app://ringback/..%2f..%2fpackage.json',
    'app://ringback/%2e%2e/%2e%2e/package.json',
    'app://ringback/..%5c..%5cpackage.json',
    'app://ringback//etc/hostname',
    'app://ringback/assets/../../main/index.js',
    'app://ringback/..%2fmain%2findex.js',
  ]
  for (const url of addresses) {
    const answer = await app.window.evaluate((asked) => fetch(asked).then((found) => found.status, String), url)
    expect(answer, url).toBe('TypeError: Failed to fetch')
  }
  expect(await app.window.evaluate(async (asked) => (await fetch(asked)).status, home)).toBe(200)
})

test('the door to the engine takes known requests with sound input only', async ({ launch }) => {
  const app = await launch()
  expect(await refusal(app, 'engine:delete-everything', undefined)).toBe('bad-input')
  expect(await refusal(app, 'toString', undefined)).toBe('bad-input')
  expect(await refusal(app, 'conversations:get', { id: '' })).toBe('bad-input')
  expect(await refusal(app, 'conversations:get', 'c1; DROP TABLE calls')).toBe('bad-input')
  expect(await refusal(app, 'phone-system:save', { host: '', port: 70_000, username: 'x' })).toBe('bad-input')
  expect(await refusal(app, 'app:open-link', { url: 'file:///etc/hostname' })).toBe('not-allowed')
})

/** Asks with whatever a broken page might send; resolves with the failure's code. */
function refusal(app: RunningApp, name: string, input: unknown): Promise<string> {
  return app.window.evaluate(
    async ([command, value]) => {
      const result = await window.ringback.request(command as never, value as never)
      return result.ok ? 'answered' : result.failure.code
    },
    [name, input] as const,
  )
}
