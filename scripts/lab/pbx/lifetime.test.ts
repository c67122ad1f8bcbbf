import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { startLab } from '../start-lab.ts'
import { whyNoLab } from './availability.ts'
import { preparedPbxRoot } from './root.ts'

const noLab = await whyNoLab()

/** A process of its own that starts a lab and says where it is, for killing. */
const victim = `
import { startLab } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, '../start-lab.ts')).href)}
const lab = await startLab()
process.stdout.write(JSON.stringify(lab.ami))
setInterval(() => {}, 1000)
`

describe.skipIf(noLab !== null)(`the life of a lab${noLab === null ? '' : ` (there is none: ${noLab})`}`, () => {
  it('runs beside another', async () => {
    const [one, other] = await Promise.all([startLab(), startLab()])
    try {
      expect(one.ami.host).not.toBe(other.ami.host)
      const reports = await Promise.all([one, other].map((lab) => lab.call({ from: '2125550123', to: '15305550105' })))
      expect(reports.map(({ endedBy }) => endedBy)).toEqual(['pbx', 'pbx'])
    } finally {
      await Promise.all([one.stop(), other.stop()])
    }
  })

  it('leaves nothing behind, and hangs up for callers that still wait', async () => {
    const lab = await startLab()
    const call = lab.call({ from: '2125550123', to: '15305550120' })
    await lab.stop()
    expect(await call).toMatchObject({ endedBy: 'caller' })
    expect(await listens(lab.ami)).toBe(false)
    expect(ownFolders(process.pid)).toEqual([])
  })

  it('takes calls again after the phone system was away', async () => {
    const lab = await startLab()
    try {
      await lab.restart()
      expect(await lab.call({ from: '2125550123', to: '15305550105' })).toMatchObject({ endedBy: 'pbx' })
    } finally {
      await lab.stop()
    }
  })

  it('ends with its process, however that ends, and stands in nobody’s way', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', victim])
    const said = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
      child.once('exit', () => reject(new Error('the lab did not start')))
    })
    const ami = JSON.parse(said) as { host: string; port: number }
    expect(await listens(ami)).toBe(true)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    await expect.poll(() => listens(ami), { timeout: 3000 }).toBe(false)

    const next = await startLab()
    expect(ownFolders(child.pid ?? 0)).toEqual([])
    await next.stop()
  })
})

function listens({ host, port }: { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, host)
    const tell = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => tell(true))
    socket.once('error', () => tell(false))
  })
}

/** Folders of labs that belong to this process. */
function ownFolders(pid: number): string[] {
  const labs = path.join(preparedPbxRoot()?.folder ?? '', 'lab')
  return existsSync(labs) ? readdirSync(labs).filter((name) => name.endsWith(`-${pid}`)) : []
}
