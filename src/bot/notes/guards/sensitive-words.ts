/**
 * What may not be collected about a person, in the words people use (code du travail, article
 * L. 1132-1; RGPD, articles 9 and 10). To extend it, add a phrase to a row, after a comma:
 * - a word stands for its feminine and plural, without accents nor case; after `=`, for itself only;
 * - `a|b` is either word; a word in capitals is a set of `sensitive-sets.ts` or a kind of `phrases.ts`;
 * - apostrophes and hyphens are spaces: « fille d attente ».
 * A phrase of `unless` cancels those of its row that it overlaps. Rows look for what says something
 * of one person: the users of a product may be parents, blind or retired.
 */

export type SensitiveTopic =
  | 'family'
  | 'pregnancy'
  | 'health'
  | 'origin'
  | 'religion'
  | 'opinions'
  | 'union'
  | 'age'
  | 'address'
  | 'sexuality'
  | 'appearance'
  | 'money'
  | 'justice'

export interface SensitiveRow {
  readonly topic: SensitiveTopic
  readonly say: string
  readonly unless?: string
  /** Names that look like a word of the row, exactly as they are written. */
  readonly names?: readonly string[]
}

export const SENSITIVE: readonly SensitiveRow[] = [
  {
    topic: 'family',
    names: ['Marie', 'MARIE', 'Papa'],
    say: `marié, remarié, célibataire, célibat, divorcé, pacsé, veuf, fiancé, concubin,
      concubinage, époux, épouse, maman, papa, nounou, =enfants =en =bas =âge, =se marier,
      =se séparer, =s est séparé, EST séparé =de SON`,
    unless: '=les|=des|=aux =mamans|=papas|=nounous',
  },
  {
    topic: 'family',
    say: `SON =mari, SON =femme, SON conjoint, SON compagnon, SON compagne, SON copain, SON copine,
      SON petit ami, SON =ex mari|femme|compagnon|compagne, SON couple, SON mariage, SON divorce,
      SON enfant, SON NUMBER enfant, SON =fils|=fille|=filles, SON NUMBER =fils|=filles, SON bébé,
      SON =mère|=père|=parents, SON frère, SON sœur, SON =belle =mère|=famille, SON =beau =père,
      SON famille, SON NUMBER garçon, =élève =seul|=seule SON, =cause =de|=des enfants,
      enfant scolarisé, enfant EST scolarisé`,
    unless: `fille d attente, PEOPLE SON enfant, =les|=des enfant scolarisé, compagnon du devoir,
      frère d arme, famille de|d police|produit|métier|composant|code|test|usage`,
  },
  {
    topic: 'family',
    say: `A UN enfant|bébé, A UN =fils|=fille|=filles|=garçon|=garçons,
      A UN grand|petit|jeune enfant|fils|fille|garçon, deux|trois|quatre enfant =à =charge,
      avec NUMBER enfant, sans enfant, pas d enfant, mère|père de NUMBER, mère|père de famille,
      mère|père d =un|=une, père|mère au foyer, jeune|futur maman|papa|parent|mère|père,
      EST parent, parent isolé|solo|séparé`,
    unless: `fille d attente, THING A UN enfant|=fils, THING n A pas d enfant, THING sans enfant,
      =les|=des|=aux =parents isolé|séparé, THING EST parent`,
  },
  {
    topic: 'family',
    say: `EST|=vit en couple, =vit avec SON, =vit maritalement, vie de famille|couple,
      vie familial, situation familial|matrimonial|marital, situation de famille,
      charge de famille, charge familial,
      contrainte|raison|obligation|impératif|problème|souci|organisation familial,
      contrainte|raison|obligation|problème|souci de famille, famille nombreux, EST aidant,
      proche aidant, aidant familial, garde alterné|partagé, mode de garde, à la crèche,
      =récupère|=récupérer|=chercher =les|SON enfant`,
    unless: '=les|=des|=aux proche|=proches aidant|=aidants, =les|=des|=aux famille nombreux',
  },
  {
    topic: 'pregnancy',
    say: `enceinte, grossesse, accouché, accoucher, accouchement, allaite, allaitement,
      fausse couche, congé maternité|paternité|parental|=mat|=mater|=pat|=pater,
      congé de|d maternité|paternité|adoption, arrêt maternité,
      retour de|du maternité|congé =mat|=maternité, =en maternité, =attend UN enfant|bébé,
      heureux événement, désir|projet d enfant, désir|projet de maternité|bébé,
      =veut|=voudrait|=souhaite UN enfant, =veut|=voudrait|=souhaite avoir UN enfant,
      =essaie =d avoir UN enfant, =PMA, =FIV`,
    unless: `=l|=une|=des|=les|=cette|=deux enceinte,
      enceinte acoustique|connecté|bluetooth|sécurisé|scolaire, enceinte du|des`,
  },
  {
    topic: 'health',
    names: ['Sourd', 'Malade'],
    say: `malade, maladie, handicapé, hospitalisé, dépressif, burn out, burnout, cancer, diabète,
      diabétique, asthme, asthmatique, épilepsie, épileptique, autiste, autisme, asperger, =TDAH,
      dyslexique, dyslexie, dyspraxique, bipolaire, schizophrène, anorexique, alcoolique,
      toxicomane, séropositif, =RQTH, antidépresseur, chimio, chimiothérapie, psychiatre, migraine,
      endométriose, anxiété, bégaiement, =bégaie, fatigue chronique, sourd, malentendant,
      malvoyant, aveugle`,
    unless: `assurance|branche|caisse maladie, feuille de maladie, =institut national du cancer,
      =contre =le cancer, dépistage du cancer, =en =aveugle, double|simple|triple aveugle,
      =à =l aveugle,
      confiance|foi|obéissance|point|angle|tache|test|essai|lecture|relecture|comparaison aveugle,
      PEOPLE aveugle|sourd|malvoyant|malentendant|handicapé|malade|autiste|dyslexique|diabétique,
      aveugle|sourd =et|=ou malvoyant|malentendant|sourd|aveugle,
      =les|=des|=aux|=ces|=d|=par|=pour =aveugles|=sourds|=malvoyants|=malentendants|=malades|=maladies,
      =les|=des|=aux =handicapés|=autistes|=dyslexiques, =sourde oreille, dialogue de sourd`,
  },
  {
    topic: 'health',
    say: `SON handicap, A un handicap, en situation de handicap, porteur de handicap,
      travailleur handicapé, arrêt maladie, arrêt de travail, congé maladie, longue maladie,
      SON maladie, SON santé, problème|souci|ennui|raison|état|pépin de santé, santé fragile,
      psychologiquement fragile, traitement médical, sous traitement,
      suivi psychologique|psychiatrique, =en dépression, fait une dépression, dépression nerveux,
      EST opéré, en rémission, temps thérapeutique, trouble psychique|dys|anxieux|autistique,
      problème|souci|mal =de|=du|=au dos|genou, arrêt =long, =en arrêt =depuis, =en invalidité,
      perte d autonomie, affection de longue durée, appareil auditif, fauteuil roulant,
      déplace =en fauteuil, =en surpoids`,
    unless: `PEOPLE =en situation de handicap, problème de santé public,
      EST opéré =un|=une|=par|=sur, PEOPLE =en perte d autonomie, PEOPLE en fauteuil roulant`,
  },
  {
    topic: 'origin',
    say: `d origine DEMONYM, origine DEMONYM|ethnique|social|modeste, =ses =origines,
      =sur SON origine, pays d origine, nationalité, binational, immigré, issu de =l immigration,
      naturalisé, racisé, enfant|fils|fille d immigré, titre|carte de séjour, sans papier,
      couleur de peau, langue maternel, SON accent, A =un accent, fort|léger|gros|petit accent,
      accent DEMONYM|prononcé, accent =du|=de NAME, =franco DEMONYM, =sonne étranger,
      ELLE EST DEMONYM, NAME EST DEMONYM, =candidat|=candidate|=femme|=homme noir|DEMONYM,
      né à l étranger, né =à|=au|=aux|=en NAME, originaire =de|=du|=des|=d NAME,
      ELLE vient =de|=du|=d COUNTRY, arrivé|venu =de|=du|=d COUNTRY, parent|=père|=mère DEMONYM,
      parent|=père|=mère EST DEMONYM, nom|prénom|consonance DEMONYM`,
    unless: `PEOPLE immigré, THING EST DEMONYM, THING né, THING EST né, accent =sur,
      accent grave|aigu, champ|colonne nationalité`,
  },
  {
    topic: 'religion',
    names: ['Chrétien', 'CHRÉTIEN'],
    say: `croyant, religion, religieux, catholique, catho, chrétien, musulman, islam, judaïsme,
      juif, protestant, bouddhiste, bouddhisme, hindouiste, athée, évangélique, mormon, ramadan,
      carême, shabbat, kippa, hijab, mosquée, synagogue, halal, casher, kasher, EST voilé,
      =femme =voilée, =porte =le|=un|SON =voile|foulard, EST pratiquant, SON foi, SON prière,
      =fait|=faire =la|SON prière, prière, =prie, =croit =en =dieu, =à =la messe, =à =l église,
      témoin de jéhovah, =de =confession NAME|musulman|juif|catholique|protestant`,
    unless: `=en croyant, croyant =que|=qu|=bien|=faire|=à|=avoir|=être|=pouvoir|=savoir|=devoir,
      =en protestant, guerre de religion, silence|soin religieux, religieux =silence,
      THING EST voilé, prière =de, =prie =de|=le|=la|=les|=vous`,
  },
  {
    topic: 'opinions',
    say: `opinion|conviction|idée|orientation|préférence|engagement|couleur|bord politique,
      politiquement engagé, engagé politiquement, militant, militantisme, =milite =au|=dans|=chez,
      encarté, membre|adhérent =du|=d|=de parti, membre|adhérent =d =un parti,
      parti socialiste|communiste|politique, =vote|=voté =à gauche|droite,
      =vote =RN|=FN|=LFI|=PS|=LR|=EELV, ELLE EST =de gauche|droite,
      plutôt|très|clairement =de|=à gauche|droite, engagé|marqué =à gauche|droite,
      liste socialiste|communiste|écologiste|citoyen, =élu =local|=municipal,
      =élue =locale|=municipale, =conseiller|=conseillère municipal, extrême gauche|droite,
      gauchiste, anarchiste, communiste, macroniste, mélenchoniste, lepéniste, royaliste,
      complotiste, antivax, gilet jaune, =en =manif, manifesté =contre, franc maçon`,
    unless: `militant =du libre|logiciel, militant =de|=pour =l accessibilité|open|écoconception,
      militant =de|=pour =la qualité|simplicité|sobriété, extrême gauche|droite =de|=du,
      parti =pris`,
  },
  {
    topic: 'union',
    say: `syndicat, syndiqué, syndicaliste, syndicalisme, syndical, =CGT, =CFDT, =CFTC, =UNSA,
      =FSU, gréviste, =fait|=faire grève, participé =à =la|=une grève, EST =en grève,
      délégué|représentant =du personnel, élu =au =CSE, membre =du =CSE, =aux prud homme`,
    unless: `syndicat mixte|intercommunal|départemental,
      syndicat =d initiative|énergie|aménagement, syndicat =de copropriété, syndicat =des =eaux`,
  },
  {
    topic: 'age',
    say: 'âgé de AGE, âgé de NUMBER',
    unless: 'PEOPLE âgé, =personne âgé de AGE|NUMBER',
  },
  {
    topic: 'age',
    say: 'AGE =ans, AGE =et =un =ans, AGE NUMBER =ans',
    unless: `=de|=des|=les|=ces|=ses|=aux AGE =ans, =de|=des|=les|=ces AGE NUMBER =ans,
      =depuis|=pendant|=durant|=en|=sur|=dans|=après|=avant|=sous|=passé|=fait|=bout|=tous AGE =ans,
      =cumule|=totalise|=travaillé|=garantie AGE =ans, =y =a AGE =ans, =qui =a AGE =ans,
      THING A AGE =ans, =a|=depuis|=pendant|=durant =presque|=bientôt|=environ|=déjà AGE =ans,
      AGE =ans =de|=d|=dans|=en|=chez|=comme|=à|=au|=aux|=avec|=sur|=pour|=plus|=après|=avant|=que|=qu,
      AGE =ans =expérience|=ancienneté|=auparavant|=et =demi,
      AGE NUMBER =ans =de|=d|=dans|=en|=chez|=comme`,
  },
  {
    topic: 'age',
    say: 'A =plus|=moins|=presque|=bientôt|=déjà =de|AGE AGE|=ans',
    unless: 'AGE =ans =de|=d',
  },
  {
    topic: 'age',
    say: `SON âge, =quel âge, =vu =l|SON âge, limite d âge, EST âgé,
      trop|très|assez|plutôt|peu|bien âgé, ELLE EST trop|=un =peu jeune|vieux|vieille,
      trop jeune|vieux|vieille =pour, quinquagénaire, quadragénaire, sexagénaire, trentenaire,
      quadra, quinqua, =la =petite|=jeune trentaine|quarantaine, =la cinquantaine|soixantaine,
      trentaine|quarantaine|cinquantaine|soixantaine =d années, SON grand âge,
      retraite =dans NUMBER, ELLE =fait jeune|vieux|vieille|âgé, =approche =de =la retraite,
      A|=dans|=passé =la trentaine|quarantaine|cinquantaine|soixantaine,
      proche|près =de =la retraite, =avant|=bientôt =la|=à retraite,
      =part|=partir|=partira =à =la retraite, =bientôt =à =la retraite,
      SON date|année de naissance, né =en YEAR, né =le NUMBER, année de naissance`,
    unless: `PEOPLE âgé, PEOPLE trop|très|assez|plutôt|peu âgé, THING né, THING EST né,
      champ année|date, THING|=trop jeune|vieux|vieille =pour =un|=une|=le|=la THING`,
  },
  {
    topic: 'address',
    say: `=habite|=habitait|=habitera|=habiter PLACE, =habite|=habitait|=habiter NAME,
      =vit|=vivait =à|=au|=aux|=en NAME, =vit|=vivait =dans =le|=la|=les NAME,
      =vit|=vivait =chez SON, =loge|=logé|=logée =à|=au|=chez,
      =vit|=vivait =en =banlieue|=province|=région, =vit|=vivait =à =la|=l campagne|étranger,
      =réside|=résidait =à|=au|=aux|=en NAME, domicilié, SON domicile, SON adresse,
      adresse personnel, HOUSE =bis|=ter =rue|=avenue|=boulevard,
      HOUSE =rue|=avenue|=boulevard|=impasse|=allée,
      HOUSE =place|=chemin|=quai|=cours =de|=du|=des NAME, HOUSE =place|=chemin|=quai|=cours NAME,
      POSTCODE NAME`,
    unless: `PEOPLE =qui =habite,
      SON adresse =mail|=email|=électronique|=courriel|=IP|=URL|=web|=GitHub|=de|=du,
      SON adresse =e =mail, place =de =marché`,
  },
  {
    topic: 'sexuality',
    say: `homosexuel, homosexualité, gay, lesbienne, hétérosexuel, bisexuel, orientation sexuel,
      transgenre, identité de genre, transsexuel, ELLE EST non binaire,
      =personne|=genre non binaire, queer, =LGBT, vie sexuel, =coming =out,
      =femme|=homme|=personne =trans`,
    unless: 'PEOPLE =LGBT, champ identité',
  },
  {
    topic: 'appearance',
    say: `apparence physique, SON physique, obèse, obésité, SON look, tatoué, tatouage, piercing,
      maquillé, maquillage, SON coiffure, SON tenue, tenue vestimentaire, bien|mal habillé, sexy,
      ELLE EST joli|mignon|=belle|=beau|laid|moche, =très =belle|=joli|=jolie =femme|=fille`,
  },
  {
    topic: 'money',
    say: `surendetté, surendettement, interdit bancaire, SON loyer, =au =RSA, =touche =le =RSA,
      fin de mois difficile, problème|souci d argent, problème|souci|difficulté financier`,
    unless: 'PEOPLE =au =RSA, THING =au =RSA, THING A =un|=des problème|souci|difficulté financier',
  },
  {
    topic: 'justice',
    say: `casier judiciaire, SON casier, A =été condamné, EST incarcéré, =fait =de =la prison,
      =en prison, garde =à vue, ancien détenu`,
    unless: '=personnes =en prison',
  },
]
