/** The version of Mattermost that this server behaves like. */
export const SERVER_VERSION = '10.11.0'

/** As in the `X-Version-Id` header: version, build, configuration and licence. */
export const VERSION_ID = `${SERVER_VERSION}.${SERVER_VERSION}.sandbox.false`
