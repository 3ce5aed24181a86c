/** What the practice server keeps. Field names are those of the Mattermost API. */
import { z } from 'zod'

const props = z.record(z.string(), z.unknown())

const timezoneSchema = z.object({
  useAutomaticTimezone: z.string(),
  manualTimezone: z.string(),
  automaticTimezone: z.string(),
})

export const userSchema = z.object({
  id: z.string(),
  create_at: z.number(),
  update_at: z.number(),
  delete_at: z.number(),
  username: z.string(),
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  nickname: z.string(),
  position: z.string(),
  roles: z.string(),
  locale: z.string(),
  timezone: timezoneSchema,
  is_bot: z.boolean(),
  notify_props: z.record(z.string(), z.string()),
  props: z.record(z.string(), z.string()),
  /** Never sent. Empty for a bot, which cannot log in. */
  password_hash: z.string(),
})
export type User = z.infer<typeof userSchema>

export const sessionSchema = z.object({
  token: z.string(),
  id: z.string(),
  user_id: z.string(),
  create_at: z.number(),
})
export type Session = z.infer<typeof sessionSchema>

export const teamSchema = z.object({
  id: z.string(),
  create_at: z.number(),
  update_at: z.number(),
  delete_at: z.number(),
  display_name: z.string(),
  name: z.string(),
  description: z.string(),
  email: z.string(),
  type: z.string(),
  company_name: z.string(),
  allowed_domains: z.string(),
  invite_id: z.string(),
  allow_open_invite: z.boolean(),
})
export type Team = z.infer<typeof teamSchema>

export const teamMemberSchema = z.object({
  team_id: z.string(),
  user_id: z.string(),
  roles: z.string(),
  delete_at: z.number(),
  scheme_guest: z.boolean(),
  scheme_user: z.boolean(),
  scheme_admin: z.boolean(),
  explicit_roles: z.string(),
})
export type TeamMember = z.infer<typeof teamMemberSchema>

const channelTypeSchema = z.enum(['O', 'P', 'D'])

export const channelSchema = z.object({
  id: z.string(),
  create_at: z.number(),
  update_at: z.number(),
  delete_at: z.number(),
  team_id: z.string(),
  type: channelTypeSchema,
  display_name: z.string(),
  name: z.string(),
  header: z.string(),
  purpose: z.string(),
  last_post_at: z.number(),
  last_root_post_at: z.number(),
  total_msg_count: z.number(),
  total_msg_count_root: z.number(),
  extra_update_at: z.number(),
  creator_id: z.string(),
})
export type Channel = z.infer<typeof channelSchema>

export const channelMemberSchema = z.object({
  channel_id: z.string(),
  user_id: z.string(),
  roles: z.string(),
  last_viewed_at: z.number(),
  msg_count: z.number(),
  msg_count_root: z.number(),
  mention_count: z.number(),
  mention_count_root: z.number(),
  notify_props: z.record(z.string(), z.string()),
  last_update_at: z.number(),
  scheme_guest: z.boolean(),
  scheme_user: z.boolean(),
  scheme_admin: z.boolean(),
  explicit_roles: z.string(),
})
export type ChannelMember = z.infer<typeof channelMemberSchema>

export const postSchema = z.object({
  id: z.string(),
  create_at: z.number(),
  update_at: z.number(),
  edit_at: z.number(),
  delete_at: z.number(),
  is_pinned: z.boolean(),
  user_id: z.string(),
  channel_id: z.string(),
  root_id: z.string(),
  original_id: z.string(),
  message: z.string(),
  type: z.string(),
  /** As the author gave them: buttons keep their `integration` here, and only here. */
  props,
  hashtags: z.string(),
  file_ids: z.array(z.string()),
  pending_post_id: z.string(),
})
export type Post = z.infer<typeof postSchema>

export const fileInfoSchema = z.object({
  id: z.string(),
  user_id: z.string(),
  post_id: z.string(),
  channel_id: z.string(),
  create_at: z.number(),
  update_at: z.number(),
  delete_at: z.number(),
  name: z.string(),
  extension: z.string(),
  size: z.number(),
  mime_type: z.string(),
  width: z.number(),
  height: z.number(),
  has_preview_image: z.boolean(),
})
export type FileInfo = z.infer<typeof fileInfoSchema>

export const commandSchema = z.object({
  id: z.string(),
  token: z.string(),
  create_at: z.number(),
  update_at: z.number(),
  delete_at: z.number(),
  creator_id: z.string(),
  team_id: z.string(),
  trigger: z.string(),
  method: z.enum(['P', 'G']),
  username: z.string(),
  icon_url: z.string(),
  auto_complete: z.boolean(),
  auto_complete_desc: z.string(),
  auto_complete_hint: z.string(),
  display_name: z.string(),
  description: z.string(),
  url: z.string(),
})
export type Command = z.infer<typeof commandSchema>
