/** For the tests of migrations: an inbox as an older version of Ringback left it. */
import { silentLogger } from '../../../../telephony/logger.ts'
import { openConnections } from '../connections.ts'
import { migrations } from './index.ts'

/** Makes the inbox, or brings it up, as a version would whose newest migration is `newest`; closed again afterwards. */
export async function migrateTo(file: string, newest: number): Promise<void> {
  const list = migrations.filter(({ id }) => id <= newest)
  const { reader, writer, unlock } = await openConnections({ file, logger: silentLogger, migrations: list })
  reader.close()
  writer.close()
  unlock()
}
