/** The practice server's memory: one SQLite file that survives a killed process. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Collection } from './collection.ts'
import { openCollection } from './collection.ts'
import type {
  Channel,
  ChannelMember,
  Command,
  FileInfo,
  Post,
  Session,
  Team,
  TeamMember,
  User,
} from './entities.ts'
import * as entities from './entities.ts'
import type { FileContents } from './file-contents.ts'
import { openFileContents } from './file-contents.ts'
import type { Settings } from './settings.ts'
import { openSettings } from './settings.ts'

export interface Store {
  readonly users: Collection<User>
  readonly sessions: Collection<Session>
  readonly teams: Collection<Team>
  readonly teamMembers: Collection<TeamMember>
  readonly channels: Collection<Channel>
  readonly channelMembers: Collection<ChannelMember>
  readonly posts: Collection<Post>
  readonly files: Collection<FileInfo>
  readonly fileContents: FileContents
  readonly commands: Collection<Command>
  readonly settings: Settings
  /** Removes everything but the settings. */
  empty(): void
  /** All the writes of `work`, or none of them. */
  transaction<T>(work: () => T): T
  close(): void
}

export const memberKey = (group: string, user: string): string => `${group}/${user}`

function runTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work()
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

const CONTENTS = [
  'users',
  'sessions',
  'teams',
  'team_members',
  'channels',
  'channel_members',
  'posts',
  'files',
  'file_contents',
  'commands',
]

/** Opens or creates `sandbox.db` in `folder`. A second process on the same file waits up to 2 s. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true })
  const db = new DatabaseSync(join(folder, 'sandbox.db'))
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000')
  return {
    users: openCollection(db, {
      name: 'users',
      schema: entities.userSchema,
      idOf: (user) => user.id,
      indexes: [['username'], ['email']],
    }),
    sessions: openCollection(db, {
      name: 'sessions',
      schema: entities.sessionSchema,
      idOf: (session) => session.token,
      indexes: [['user_id']],
    }),
    teams: openCollection(db, {
      name: 'teams',
      schema: entities.teamSchema,
      idOf: (team) => team.id,
      indexes: [['name']],
    }),
    teamMembers: openCollection(db, {
      name: 'team_members',
      schema: entities.teamMemberSchema,
      idOf: (member) => memberKey(member.team_id, member.user_id),
      indexes: [['team_id'], ['user_id']],
    }),
    channels: openCollection(db, {
      name: 'channels',
      schema: entities.channelSchema,
      idOf: (channel) => channel.id,
      indexes: [['team_id', 'name']],
    }),
    channelMembers: openCollection(db, {
      name: 'channel_members',
      schema: entities.channelMemberSchema,
      idOf: (member) => memberKey(member.channel_id, member.user_id),
      indexes: [['channel_id'], ['user_id']],
    }),
    posts: openCollection(db, {
      name: 'posts',
      schema: entities.postSchema,
      idOf: (post) => post.id,
      indexes: [['channel_id', 'create_at'], ['channel_id', 'update_at'], ['root_id']],
    }),
    files: openCollection(db, {
      name: 'files',
      schema: entities.fileInfoSchema,
      idOf: (file) => file.id,
      indexes: [['post_id']],
    }),
    fileContents: openFileContents(db),
    commands: openCollection(db, {
      name: 'commands',
      schema: entities.commandSchema,
      idOf: (command) => command.id,
      indexes: [['team_id', 'trigger']],
    }),
    settings: openSettings(db),
    transaction: (work) => runTransaction(db, work),
    empty() {
      for (const table of CONTENTS) db.exec(`DELETE FROM ${table}`)
    },
    close: () => db.close(),
  }
}
