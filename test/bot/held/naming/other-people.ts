/** Names that are harder than others, one situation a line. */
export interface Called {
  readonly name: string
  readonly text: string
  readonly named: boolean
  readonly also?: readonly string[]
  readonly others?: readonly string[]
  readonly team?: readonly string[]
}

const about = (name: string, more: Partial<Called> = {}) => ({
  yes: (text: string): Called => ({ name, text, named: true, ...more }),
  no: (text: string): Called => ({ name, text, named: false, ...more }),
})

const rose = about('Rose Petit', { team: ['Inès Traoré'] })
const pierre = about('Pierre Blanc')
const claire = about('Claire Martin')
const marc = about('Marc Leroy', { team: ['Inès Traoré'] })
const marie = about('Marie Faure')
const ana = about('Ana Belin')
const bo = about('Bo Li')
const jp = about('Jean-Pierre de La Tour')
const goff = about('Anne-Sophie Le Goff')
const thomas = about('Thomas Simon')
const tran = about('Tran Thi Mai')
const garcia = about('Maria García López')
const benSalah = about('Yassine Ben Salah')
const oConnor = about('Zoë O’Connor')
const shared = about('Camille Durand', { team: ['Camille Roux', 'Inès Traoré'] })
const sharedLast = about('Camille Durand', { team: ['Paul Durand', 'Inès Traoré'] })
const twin = about('Camille Durand', { others: ['Camille Petit'] })
const nick = about('Abdelkader Benali', { also: ['Kader', 'AB'] })

export const OTHER_PEOPLE: readonly Called[] = [
  rose.yes('Je prends Rose sans hésiter'),
  rose.yes('Rose est très à l’aise'),
  rose.yes('rose petit me plaît'),
  rose.no('une rose sur la page d’accueil'),
  rose.no('Le bouton rose ne se voit pas'),
  rose.no('petit à petit, ça avance'),
  rose.no('Petit souci de visio'),
  pierre.yes('Pierre a bien répondu'),
  pierre.yes('avec Pierre c’est fluide'),
  pierre.no('une pierre deux coups'),
  pierre.no('La Pierre angulaire du produit'),
  pierre.no('page blanche, fond blanc'),
  claire.yes('Claire a été super'),
  claire.yes('J’ai vu Claire hier'),
  claire.no('Sa réponse est claire'),
  claire.no('Claire et concise, cette note !'),
  claire.no('on se voit ce matin'),
  claire.no('Ce Matin à 9 h ?'),
  marc.yes('Marc, c’est oui'),
  marc.no('du marc de café'),
  marc.no('le roi est nu'),
  marie.yes('Marie est prête'),
  marie.no('La Mairie de Lyon attend'),
  marie.no('la mairie de Lyon attend'),
  marie.no('faire simple, comme toujours'),
  ana.yes('ana est top'),
  ana.yes('l’avis sur Ana'),
  ana.yes('j’hésite pour Ana'),
  ana.no('Analyse terminée'),
  ana.no('on a un souci'),
  ana.no('an dernier, même débat'),
  bo.yes('Bo a bien répondu'),
  bo.yes('Bo Li, validé'),
  bo.no('un bo projet'),
  bo.no('li le document'),
  jp.yes('Jean-Pierre est à l’heure'),
  jp.yes('jean pierre est à l’heure'),
  jp.yes('M. de La Tour a rappelé'),
  jp.yes('de la Tour : favorable'),
  jp.no('la tour Eiffel'),
  jp.no('à ton tour'),
  jp.no('Jean a ouvert un ticket'),
  jp.no('JP a ouvert un ticket'),
  goff.yes('anne sophie est partante'),
  goff.yes('Le Goff, très bien'),
  goff.yes('Goff a bien répondu'),
  goff.yes('avis sur le goff'),
  goff.no('AS de l’informatique'),
  goff.no('Anne passe à midi'),
  thomas.yes('thomas est prêt'),
  thomas.yes('Toomas est prêt'),
  thomas.yes('Simon est prêt'),
  thomas.no('Thomas Durand anime la revue'),
  tran.yes('Tran Thi Mai est venue'),
  tran.yes('Tran nous a bluffés'),
  tran.no('on se voit en mai'),
  tran.no('le tram est en retard'),
  garcia.yes('Maria Garcia Lopez, oui'),
  garcia.yes('Garcia a parlé de son équipe'),
  garcia.yes('lopez : à revoir'),
  garcia.no('Maria Sanchez vient de l’équipe voisine'),
  benSalah.yes('Ben Salah m’a plu'),
  benSalah.yes('yassine m’a plu'),
  benSalah.yes('Salah m’a plu'),
  benSalah.no('ben oui, évidemment'),
  oConnor.yes('Zoé a cité trois cas'),
  oConnor.yes('O’Connor a cité trois cas'),
  oConnor.yes('zoe o connor'),
  shared.yes('Camille Durand a bien répondu'),
  shared.yes('Camille D. a bien répondu'),
  shared.yes('Durand a bien répondu'),
  shared.no('Camille a bien répondu'),
  shared.no('Camille Roux a bien répondu'),
  sharedLast.yes('Camille a bien répondu'),
  sharedLast.no('Durand a bien répondu'),
  twin.yes('Camille a bien répondu'),
  twin.no('Camille Petit a bien répondu'),
  nick.yes('Kader est prêt'),
  nick.yes('kader est prêt'),
  nick.yes('AB : oui'),
  nick.no('ab initio'),
  nick.yes('benali est prêt'),
  about('Abdelkader Benali').no('Kader est prêt'),
  about('Abdelkader Benali').no('AB : oui'),
  about('DURAND Camille').yes('Camille est prête'),
  about('Prince').yes('Prince est prêt'),
]
