// @ts-check
/** @import { Api } from '../types.d.ts' */

/** A request that the server refused. `status` is 0 when it could not be reached. */
export class RefusedRequest extends Error {
  /**
   * @param {number} status
   * @param {string} sentence What the server says about it.
   */
  constructor(status, sentence) {
    super(sentence)
    this.name = 'RefusedRequest'
    this.status = status
  }
}

/**
 * Speaks to the server as whoever holds this token.
 * @param {string} token
 * @returns {Api}
 */
export function createApi(token) {
  const headers = { Authorization: `Bearer ${token}` }
  return {
    token,
    get: async (path) => (await request(path, { headers })).json(),
    post: async (path, body = {}) =>
      (
        await request(path, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).json(),
    blob: async (path) => (await request(path, { headers })).blob(),
  }
}

/**
 * Logs someone in and returns a token of theirs.
 * @param {string} username
 * @param {string} password
 */
export async function logIn(username, password) {
  const response = await request('/api/v4/users/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login_id: username, password }),
  })
  return response.headers.get('Token') ?? ''
}

/**
 * @param {string} path
 * @param {RequestInit} options
 */
async function request(path, options) {
  const response = await fetch(path, options).catch(() => undefined)
  if (!response) throw new RefusedRequest(0, '')
  if (response.ok) return response
  throw new RefusedRequest(response.status, await sentenceOf(response))
}

/** @param {Response} response */
async function sentenceOf(response) {
  const body = await response.json().catch(() => undefined)
  return typeof body?.message === 'string' ? body.message : ''
}
