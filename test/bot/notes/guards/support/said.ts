/** Sentences from interview notes: one a line, by what they say of a person; invented. */
import type { SensitiveTopic } from '../../../../../src/bot/notes/guards/sensitive-words.ts'

export const SAID: Readonly<Record<SensitiveTopic, string>> = {
  family: `
    Elle est mariée et a deux enfants
    Marié, trois enfants
    MARIÉE
    divorce en cours : divorcé depuis peu
    Doit partir à 17 h pour récupérer sa fille
    Son mari travaille dans le même ministère
    célibataires tous les deux
    Sa femme vient d’être mutée à Lyon
    Mère de famille, peu de déplacements
    A un bébé de six mois
    Il s’occupe de ses deux enfants le mercredi
    Pacsée
    Sa situation familiale complique les déplacements
    Maman solo
    Vit en couple avec un développeur
    Ses parents sont malades
    En garde alternée une semaine sur deux
    n’a pas d’enfants
    raisons familiales
    Père de trois enfants
    Elle élève seule ses trois garçons
    Vient de se séparer, période difficile
    son épouse est fonctionnaire
    Les enfants sont scolarisés à Nantes, donc pas de déménagement
    Pas dispo le mercredi à cause des enfants
    S’occupe de sa mère âgée
    Il vient de devenir papa
    A deux grands garçons
    Jeune couple sans enfants
    elle va se marier en juin
    Vie perso compliquée, il divorce
    Son compagnon est muté à Brest
    Elle est maman de jumeaux
    Veuve depuis peu
    Sa belle-mère garde les petits
    Peu disponible le soir (enfants en bas âge)
    Elle a évoqué son couple
  `,
  pregnancy: `
    Elle est enceinte
    Revient de congé maternité
    En congé mat jusqu’en mars
    Sa grossesse se passe bien
    congé de maternité en juin
    Il prendra son congé paternité
    Elle attend un enfant
    Voudrait un enfant bientôt : elle veut un enfant
    congés parentaux
    Sera en congé mater au printemps
    Elle est à six mois de grossesse
    Essaie d’avoir un enfant
    enceinte de quatre mois
    Accouche en septembre
    Congé parental jusqu’en avril
    Elle voudrait avoir un enfant l’an prochain
    Suivi de PMA en cours
  `,
  health: `
    En arrêt maladie depuis mai
    Elle a fait un burn-out
    a fait un burnout en 2022
    Il est aveugle
    Reconnue RQTH
    Il a un handicap
    diabétique
    Problèmes de santé l’an dernier
    Parle de sa dépression : en dépression pendant un an
    Elle est malentendante
    Il a été opéré du genou
    mi-temps thérapeutique
    Traitement médical lourd
    Il est sourd
    elle est handicapée
    Suit une chimiothérapie
    Il a eu un cancer il y a deux ans
    Semble dépressive
    Elle se déplace en fauteuil
    A des soucis de dos
    Son TDAH explique les retards
    Il sort d’un arrêt long
    Porte un appareil auditif
    en situation de handicap
    Il souffre d’anxiété
    Fatigue chronique
    Elle est en rémission
    A été hospitalisée deux mois
    Il bégaie
    Prend des antidépresseurs
    Travailleuse handicapée, poste à aménager
    Malvoyante, utilise une loupe
  `,
  origin: `
    Elle est d’origine italienne
    D’ORIGINE MAROCAINE
    Il est algérien
    Parle de ses origines
    Sa nationalité pose question
    Né en Tunisie, arrivé à dix ans
    A un fort accent
    accent étranger prononcé
    Fille d’immigrés
    Son titre de séjour expire
    Camille est espagnole
    issue de l’immigration
    Elle vient du Maroc
    Ses parents sont portugais
    De nationalité belge
    Il est d’origine sénégalaise
    Français d’adoption, né à Alger
    Prénom à consonance étrangère
    Elle est franco-malienne
    Accent du Sud
    Son nom sonne étranger
    Il est né au Liban
    Famille d’origine portugaise
    Arrivée d’Ukraine en 2022
  `,
  religion: `
    Elle est croyante
    Catholique pratiquant
    Porte le voile
    fait le ramadan
    Il est juif
    musulmane
    Sa religion lui interdit
    croyant·e et pratiquant·e
    Il va à la messe
    Refuse de serrer la main pour motif religieux
    Il prie à midi
    Absent le vendredi pour la prière
    De confession musulmane
    Elle porte un foulard
    Ne travaille pas le samedi pour raisons religieuses
    Il est protestant
    pratique le jeûne du ramadan
  `,
  opinions: `
    Vote à gauche
    Militante écologiste
    Ses opinions politiques
    membre d’un parti
    Elle est plutôt de droite
    convictions politiques affirmées
    Très engagé à gauche
    Il milite chez les Verts
    a été élue sur une liste socialiste
    anarchiste assumé
    Proche du parti socialiste
    Idées politiques très marquées
    Il a manifesté contre la réforme
    Gilet jaune en 2018
  `,
  union: `
    Déléguée syndicale
    membre d’un syndicat
    Il est syndiqué à la CGT
    Syndicaliste
    a fait grève au printemps
    Représentante du personnel
    élu CGT dans son ancienne boîte
    A participé à la grève de 2023
    très syndicale dans son discours
    Ancien délégué CFDT
    Membre du CSE
    engagée dans un syndicat étudiant
  `,
  age: `
    Il a 45 ans
    45 ans
    Elle a cinquante ans
    Âgée de 58 ans
    quarante-cinq ans, motivé
    Proche de la retraite
    Vu son âge, difficile
    Née en 1975
    Trop jeune pour le poste
    Quinquagénaire
    a moins de 30 ans
    Camille, 52 ans, développeuse
    (28 ans)
    La cinquantaine bien tassée
    Il approche de la retraite
    elle fait jeune
    Un peu âgé pour une startup
    Elle vient d’avoir 40 ans
    il a 26 ans seulement
    À 55 ans, il veut souffler
    Elle a une quarantaine d’années
    né en 1968
    Retraite dans trois ans
    Son grand âge m’interroge
    il n’a que 23 ans
  `,
  address: `
    Habite à Lyon
    Elle habite en banlieue
    habite Montreuil
    Il habite loin du bureau
    12 rue Victor-Hugo
    J’habite près de la gare
    Vit à Marseille
    75011 Paris
    Domiciliée dans le Nord
    son adresse : quartier nord
    Elle loge à Saint-Denis
    il habite une maison à la campagne
    Réside à Toulouse
    3 bis avenue Jean-Jaurès, 44000 Nantes
    Il vit en Bretagne
    Elle habite chez ses parents
    Son adresse personnelle est à Lille
    25 boulevard Voltaire
  `,
  sexuality: `
    Il est homosexuel
    Personne transgenre
  `,
  appearance: `
    a des tatouages
  `,
  money: `
    surendetté
  `,
  justice: `
    A un casier judiciaire
  `,
}
