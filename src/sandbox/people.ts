/** The people of the practice server. They are invented. */

/** What the bot authenticates with on a practice server, and nowhere else. */
export const SANDBOX_BOT_TOKEN = 'recrutementsandboxbottoken'
export const SANDBOX_BOT_USERNAME = 'recrutement'
export const SANDBOX_BOT_NAME = 'Recrutement'
export const SANDBOX_PASSWORD = 'sandbox'
export const SANDBOX_TEAM = { name: 'demo', displayName: 'Démonstration' } as const

export interface SandboxPerson {
  readonly username: string
  readonly firstName: string
  readonly lastName: string
  readonly position: string
  readonly admin?: true
}

export const SANDBOX_PEOPLE: readonly SandboxPerson[] = [
  {
    username: 'intra',
    firstName: 'Inès',
    lastName: 'Traoré',
    position: 'Responsable de service numérique',
  },
  { username: 'metier', firstName: 'Marc', lastName: 'Le Goff', position: 'Développement' },
  { username: 'equipe1', firstName: 'Élodie', lastName: 'Nguyen', position: 'Design' },
  { username: 'equipe2', firstName: 'Karim', lastName: 'Benali', position: 'Déploiement' },
  {
    username: 'referente',
    firstName: 'Solène',
    lastName: 'Vasseur',
    position: 'Référente métier',
  },
  {
    username: 'admin',
    firstName: 'Dominique',
    lastName: 'Ferrand',
    position: 'Administration de la messagerie',
    admin: true,
  },
]

export const SANDBOX_CHANNELS = [
  { name: 'town-square', displayName: 'Place publique' },
  { name: 'off-topic', displayName: 'Discussions libres' },
] as const

export const emailOf = (username: string): string => `${username}@exemple.gouv.fr`
