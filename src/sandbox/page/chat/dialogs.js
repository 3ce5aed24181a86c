// @ts-check
/** @import { OpenDialog, Session } from '../types.d.ts' */

/**
 * Does something that a dialog may answer, and remembers its trigger: the same person in another
 * window must not see that dialog too.
 * @template {{ trigger_id?: string }} T
 * @param {Session} session
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function act(session, act) {
  session.acting += 1
  try {
    const answer = await act()
    if (answer.trigger_id) session.triggers.add(answer.trigger_id)
    return answer
  } finally {
    session.acting -= 1
    showWaitingDialog(session)
  }
}

/**
 * @param {Session} session
 * @param {OpenDialog} request
 */
export function receiveDialog(session, request) {
  session.waitingDialog = request
  showWaitingDialog(session)
}

/**
 * The server may announce a dialog before it has answered the request that caused it.
 * @param {Session} session
 */
function showWaitingDialog(session) {
  const request = session.waitingDialog
  if (!request) return
  const ours = !request.trigger_id || session.triggers.has(request.trigger_id)
  if (ours) session.dialog = { request, channelId: session.channelId }
  if (ours || session.acting === 0) session.waitingDialog = undefined
}
