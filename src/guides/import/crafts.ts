/** Which craft a title names: « Développeur·se », « Dev », « Guide pour les PO / PM »… */
import type { Craft } from '../../process/vocabulary.ts'
import { hasWord, isLike, titleWords } from './title-words.ts'

/** The crafts that a title names; deployment without a level is both. */
export type Crafts = readonly Craft[]

interface Words {
  readonly crafts: Crafts
  /** One of these must be there. */
  readonly core: string
  /** These may be there too. */
  readonly with: string
}

/** In the order of trial: a « business developer » deploys, a « product designer » draws. */
const CRAFT_WORDS: readonly Words[] = [
  {
    crafts: ['deployment-junior', 'deployment-senior'],
    core: 'deploiement bizdev bizdevs deployeur deployeuse deployeurs business',
    with: 'charge chargee charges chargees dev developer developpement developpeur developpeuse responsable growth acquisition sales junior juniors debutant debutante debutants senior seniors experimente experimentee experimentes confirme confirmee confirmes',
  },
  {
    crafts: ['coach'],
    core: 'coach coachs coaches coaching',
    with: 'produit agile startup startups etat',
  },
  {
    crafts: ['designer'],
    core: 'designer designers designeuse designeuses design ux ui',
    with: 'product produit produits service services research researcher recherche utilisateur utilisatrice interface interfaces',
  },
  {
    crafts: ['product-manager'],
    core: 'produit produits product pm po',
    with: 'manager managers manageur manageuse owner owners gestionnaire gestionnaires gestion chef cheffe chefs cheffes responsable charge chargee management',
  },
  {
    crafts: ['developer'],
    core: 'dev devs developpeur developpeurs developpeuse developpeuses developpement developer developers devops',
    with: 'tech lead full stack fullstack front frontend back backend web logiciel logiciels informatique ingenieur ingenieure technique techniques',
  },
  { crafts: ['other'], core: 'autre autres', with: '' },
]

/** Words that say nothing of the craft. */
const FILLERS = new Set(
  'a au aux avec chez d de des du en et h f fe l la le les ou par pour sur un une x e s es se euse euses ve rice trice ne beta gouv fr guide guides entretien entretiens trame trames kit kits metier metiers profil profils recruter recrutement selection selectionner competence competences critere criteres attendu attendue attendus attendues recherche recherchee recherches recherchees evalue evalues poste postes mission missions fiche votre ton tes notre exemple exemples prequalification preselection mise situation prise reference references cadre collaboration adequation culturelle intra cas pratique etude niveau specifique specifiques'.split(
    ' ',
  ),
)

/** Whether a word is only there to name a craft. */
export function isCraftWord(word: string): boolean {
  return (
    FILLERS.has(word) ||
    CRAFT_WORDS.some(({ core, with: others }) =>
      [...core.split(' '), ...others.split(' ')].some((one) => isLike(word, one)),
    )
  )
}

export function craftsOf(title: string): Crafts | undefined {
  const words = titleWords(title)
  for (const { crafts, core, with: others } of CRAFT_WORDS) {
    const cores = core.split(' ')
    const known = [...cores, ...others.split(' ')]
    const isKnown = (word: string): boolean =>
      FILLERS.has(word) || known.some((one) => isLike(word, one))
    if (hasWord(words, ...cores) && words.every(isKnown)) return levelOf(crafts, words)
  }
  return undefined
}

function levelOf(crafts: Crafts, words: readonly string[]): Crafts | undefined {
  if (crafts[0] === 'other') return hasWord(words, 'metiers', 'profils') ? crafts : undefined
  if (crafts.length === 1) return crafts
  const junior = hasWord(words, 'junior', 'juniors', 'debutant', 'debutante', 'debutants')
  const senior = hasWord(words, 'senior', 'seniors', 'experimente', 'experimentee', 'confirme')
  if (junior === senior) return crafts
  return [junior ? 'deployment-junior' : 'deployment-senior']
}
