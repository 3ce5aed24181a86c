/** Refusals in the shape that Mattermost gives them. Messages are French: people read them. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly status: 400 | 401 | 403 | 404 | 413 | 500 | 501 | 503
  readonly id: string
  readonly detail: string

  constructor(status: AppError['status'], id: string, message: string, detail = '') {
    super(message)
    this.status = status
    this.id = id
    this.detail = detail
  }
}

export const notFound = (id: string, message: string): AppError => new AppError(404, id, message)

export const forbidden = (): AppError =>
  new AppError(
    403,
    'api.context.permissions.app_error',
    'Tu n’as pas les droits nécessaires pour cette action.',
  )

export const sessionNeeded = (): AppError =>
  new AppError(
    401,
    'api.context.session_expired.app_error',
    'La session n’est pas valide ou a expiré. Connecte-toi à nouveau.',
  )

export const invalidBody = (field: string): AppError =>
  new AppError(
    400,
    'api.context.invalid_body_param.app_error',
    `Le champ « ${field} » manque ou n’est pas valide.`,
  )

export const invalidParam = (name: string): AppError =>
  new AppError(
    400,
    'api.context.invalid_url_param.app_error',
    `Le paramètre « ${name} » manque ou n’est pas valide.`,
  )

export const noSuchPage = (): AppError =>
  notFound('api.context.404.app_error', 'Cette adresse n’existe pas ici.')
