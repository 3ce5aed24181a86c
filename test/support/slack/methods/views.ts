/** `views.*`: modals and the Home tab. */
import { refuse, type Method } from '../call.ts'
import { viewJson } from '../views.ts'

const TRIGGER_ERRORS = [
  'duplicate_external_id',
  'exchanged_trigger_id',
  'expired_trigger_id',
  'invalid_trigger_id',
  'view_too_large',
]

const open: Method = {
  args: { trigger_id: 'text!', view: 'json!' },
  errors: TRIGGER_ERRORS,
  run(call) {
    const { views, state } = call.workspace
    return { view: viewJson(state, views.open(call.text('trigger_id'), call.json('view'))) }
  },
}

const push: Method = {
  args: { trigger_id: 'text!', view: 'json!' },
  errors: [...TRIGGER_ERRORS, 'not_found', 'push_limit_reached'],
  run(call) {
    const { views, state } = call.workspace
    return { view: viewJson(state, views.push(call.text('trigger_id'), call.json('view'))) }
  },
}

const update: Method = {
  args: { view: 'json!', view_id: 'text', external_id: 'text', hash: 'text' },
  errors: ['duplicate_external_id', 'hash_conflict', 'not_found', 'view_too_large'],
  run(call) {
    const { views, state } = call.workspace
    const which = {
      id: call.text('view_id'),
      externalId: call.text('external_id'),
      hash: call.text('hash'),
    }
    return { view: viewJson(state, views.update(which, call.json('view'))) }
  },
}

const publish: Method = {
  args: { user_id: 'text!', view: 'json!', hash: 'text' },
  errors: ['duplicate_external_id', 'hash_conflict', 'view_too_large'],
  run(call) {
    const { views, state } = call.workspace
    const user = state.users.get(call.text('user_id'))
    if (user === undefined || user.deleted) {
      return refuse('invalid_arguments', '[ERROR] invalid user_id')
    }
    const view = views.publish(user.id, call.json('view'), call.text('hash'))
    return { view: viewJson(state, view) }
  },
}

export const viewMethods = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
}
