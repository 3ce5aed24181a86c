/** `system/ping`, `config/client`, `license/client`: as much as clients look at. */
import { Hono } from 'hono'
import type { Sandbox } from '../sandbox.ts'
import { SERVER_VERSION } from '../version.ts'
import type { Env } from './request.ts'

export function systemRoutes({ siteUrl }: Sandbox): Hono<Env> {
  return new Hono<Env>()
    .get('/system/ping', (c) =>
      c.json({
        status: 'OK',
        AndroidLatestVersion: '',
        AndroidMinVersion: '',
        IosLatestVersion: '',
        IosMinVersion: '',
      }),
    )
    .get('/config/client', (c) =>
      c.json({
        Version: SERVER_VERSION,
        BuildNumber: SERVER_VERSION,
        SiteName: 'Bac à sable',
        SiteURL: siteUrl(),
        DefaultClientLocale: 'fr',
        EnableCommands: 'true',
        EnableBotAccountCreation: 'true',
        MaxFileSize: String(50 * 1024 * 1024),
        MaxPostSize: '16383',
        TeammateNameDisplay: 'full_name',
      }),
    )
    .get('/license/client', (c) => c.json({ IsLicensed: 'false' }))
}
