/**
 * Words that judge without showing anything, and those that only link them. Evidence made of these
 * alone gives no fact. Any word missing here counts as a fact, so a word is added only when it never
 * is one. Adjectives and nouns in the masculine singular; after `=` and elsewhere, as written.
 */
import { bareWord, formsOf } from '../../french/lexicon.ts'

const ADJECTIVES = `
  bon =bonne =bonnes excellent mauvais moyen faible fort solide super top génial parfait nickel impeccable
  correct satisfaisant convaincant convaincu prometteur brillant remarquable exceptionnel extraordinaire
  incroyable fantastique formidable magnifique intéressant intéressé impressionnant agréable sympa
  sympathique gentil =gentille chaleureux souriant dynamique motivé motivant enthousiaste passionné
  passionnant curieux ouvert volontaire impliqué investi engagé énergique positif négatif sérieux
  rigoureux méthodique organisé structuré carré clair confus précis flou vague brouillon fluide pertinent
  cohérent logique réfléchi posé calme stressé nerveux timide réservé discret effacé introverti extraverti
  rassurant inquiétant décevant déçu bluffant bluffé autonome indépendant fiable compétent incompétent
  expert expérimenté débutant capable apte qualifié adapté inadapté idéal bienveillant empathique humble
  modeste arrogant prétentieux hésitant patient impatient créatif innovant imaginatif intelligent malin vif
  efficace efficient performant productif polyvalent pragmatique réaliste honnête sincère franc =franche
  authentique professionnel pro mature immature communicant pédagogue diplomate adaptable flexible souple
  rigide réactif proactif attentif concentré insuffisant suffisant acceptable honorable médiocre mitigé nul
  catastrophique superficiel crédible légitime cool chouette détendu charismatique inspirant constructif
  assidu ponctuel poli courtois respectueux aimable avenant jovial drôle équilibré ambitieux combatif
  déterminé persévérant tenace courageux débrouillard dégourdi doué talentueux soigné soigneux
  consciencieux appliqué travailleur minutieux lucide nuancé appréciable meilleur pire sûr aise juste
`

/** Qualities, and what one feels. */
const QUALITIES = `
  qualité défaut atout faiblesse potentiel motivation envie énergie enthousiasme dynamisme curiosité
  passion volonté aisance clarté rigueur autonomie maturité humilité bienveillance empathie intelligence
  maîtrise aptitude talent cohérence pertinence impression sentiment ressenti feeling charisme prestance
  confiance assurance fit perle crème pépite bémol réserve doute
`

const DEGREES = `
  très trop assez plutôt bien mal mieux pire vraiment tellement extrêmement particulièrement parfaitement
  totalement complètement entièrement globalement relativement suffisamment insuffisamment clairement
  facilement difficilement efficacement énormément super hyper ultra franchement honnêtement sincèrement
  correctement pleinement largement nettement aisément sereinement agréablement positivement excellemment
  moyennement faiblement fortement redire coche cochait bof bravo wow waouh
`

/** Adjectives and nouns that go with a judgement, and with facts as well. */
const COMPANIONS = `
  niveau profil candidat candidature personne personnalité caractère tempérament attitude posture état
  esprit avis opinion point force intérêt écoute compétence connaissance savoir faire expérience expertise
  capacité culture base notion communication expression discours présentation échange entretien discussion
  réponse question critère sujet attente besoin poste mission équipe métier domaine compréhension vision
  réflexion recul problème souci hésitation frein alerte manque effort progrès marge progression présence
  coup cœur match soft skill hard skills feu vert rouge cas chose côté sens manière façon ensemble total
  moyenne preuve junior senior confirmé réel vrai grand gros petit beau =belle =belles haut bas premier
  rapide lent simple facile difficile technique humain relationnel social général global attendu
  trouvé aimé apprécié adoré validé contact case lot dessus produit synthèse analyse
`

const VERBS = `
  est sont était étaient sera serait être été suis sommes a ont ai avait avaient aura aurait avoir eu as
  semble semblait semblent paraît paraissait parait fait faisait faire montre montrait démontre dégage
  reste restait devient connaît connaissait connait sait savait comprend comprenait compris comprends
  possède répond répondait répondu correspond correspondait convient conviendrait colle collerait matche
  plaît plu aime apprécie adore trouve pense crois croit sens senti ressens
  estime juge confirme convainc rassure inquiète manque manquait peut pourrait peux devrait exprime
  exprimait communique recommande parle recommanderais vaut mérite ressort valide
`

const GRAMMAR = `
  le la les l un une des du de d au aux à en dans sur pour par avec sans sous chez entre vers selon
  et ou ni mais donc car or que qu qui dont où quand comme si lorsque parce puisque afin
  je j tu il elle on nous vous ils elles me m te t se s y lui leur leurs moi toi soi eux
  mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces c ça cela ceci celui celle
  ne n pas plus moins peu beaucoup aucun aucune quelque quelques plusieurs certains certaines autre
  autres même mêmes tel telle chaque quel quelle quels quelles tout toute tous toutes là ici lors pendant
  toujours jamais souvent parfois encore déjà aussi surtout presque quasi certainement sûrement
  probablement apparemment visiblement évidemment techniquement humainement professionnellement enfin alors ainsi peut oui non ok okay ko ras rien
  mme mr m madame monsieur air bref voilà e
`

/** At least one of these makes a judgement. */
export const JUDGING: ReadonlySet<string> = new Set([
  ...listed(`${ADJECTIVES} ${QUALITIES}`).flatMap(formsOf),
  ...listed(DEGREES).map(bareWord),
])

/** These neither judge nor prove. */
export const LINKING: ReadonlySet<string> = new Set([
  ...listed(COMPANIONS).flatMap(formsOf),
  ...listed(`${VERBS} ${GRAMMAR}`).map(bareWord),
])

/** After a name, what makes it the subject of a judgement: « Camille est très motivée ». */
export const STATES = bareSet('est était semble semblait paraît parait a avait reste sera serait')

const POINTING = 'idem pareil cf voir même dessus haut précédent précédente précédemment'
/** « Idem », « voir plus haut »: the evidence is elsewhere. */
export const POINTERS = bareSet(POINTING)
export const AROUND_POINTERS = bareSet(
  `${POINTING} comme chose que pour le la les ce ci plus critère critères au aux à du de mes notes note autre autres question réponse remarque commentaire premier première deuxième second dernier numéro n et`,
)

const UNASSESSED =
  'abordé abordée abordés évalué évaluée vu vue vérifié vérifiée posé posée traité traitée observé observée testé testée temps'
/** « Pas abordé », « pas eu le temps »: nothing is claimed, so there is nothing to prove. */
export const NOT_ASSESSED = bareSet(UNASSESSED)
export const DENIALS = bareSet('pas non jamais sans faute manque')
export const AROUND_NOT_ASSESSED = bareSet(
  `${UNASSESSED} pas non jamais sans faute manque de n ne a ai avons ont été eu le la les l ce cette critère point sujet question en pendant lors entretien on nous je y il du d`,
)

function listed(words: string): readonly string[] {
  return words.trim().split(/\s+/)
}

function bareSet(words: string): ReadonlySet<string> {
  return new Set(listed(words).map(bareWord))
}
