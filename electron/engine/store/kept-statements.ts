/**
 * A connection that keeps the statements it has prepared: the engine asks the same few hundred questions all day, and
 * preparing one takes longer than most take to answer.
 */
import type { SqliteDatabase as KyselyDatabase, SqliteStatement } from 'kysely'

/** More than the engine has; lists of ids make one for each length. Then the one that was used least lately goes. */
const most = 500

export function keepingStatements(db: KyselyDatabase): KyselyDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => db.close(),
    prepare(sql) {
      const known = kept.get(sql)
      const statement = known ?? db.prepare(sql)
      // Setting it anew moves it to the end.
      if (known) kept.delete(sql)
      kept.set(sql, statement)
      if (kept.size > most) {
        const [oldest] = kept.keys()
        if (oldest !== undefined) kept.delete(oldest)
      }
      return statement
    },
  }
}
