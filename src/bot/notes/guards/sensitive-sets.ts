/** Words that go together in many phrases. */
export const SETS: Readonly<Record<string, string>> = {
  SON: '=mon|=ton|=son|=ma|=ta|=sa|=mes|=tes|=ses',
  UN: '=un|=une|=des|NUMBER',
  EST: '=est|=était|=sera|=serait|=suis|=étais|=soit|=sont|=être|=été',
  A: '=a|=avait|=aura|=ai|=avais|=ayant|=avoir',
  ELLE: '=elle|=il|=je|=candidat|=candidate|=personne',
  DEMONYM: `étranger|français|maghrébin|algérien|marocain|tunisien|kabyle|berbère|arabe|africain
    |sénégalais|malien|ivoirien|camerounais|congolais|guinéen|béninois|togolais|gabonais|malgache
    |comorien|mauricien|égyptien|libanais|syrien|irakien|iranien|afghan|turc|kurde|arménien
    |israélien|palestinien|russe|ukrainien|polonais|roumain|moldave|bulgare|hongrois|tchèque
    |slovaque|serbe|croate|bosniaque|albanais|grec|italien|espagnol|portugais|allemand|autrichien
    |anglais|britannique|écossais|irlandais|belge|suisse|néerlandais|suédois|norvégien|danois
    |finlandais|américain|canadien|québécois|mexicain|brésilien|argentin|chilien|colombien
    |vénézuélien|péruvien|cubain|haïtien|antillais|guadeloupéen|martiniquais|réunionnais|guyanais
    |mahorais|chinois|japonais|coréen|vietnamien|cambodgien|laotien|thaïlandais|indien|pakistanais
    |bangladais|philippin|indonésien|asiatique|slave|tzigane|gitan|métis`,
  COUNTRY: `algérie|maroc|tunisie|sénégal|mali|côte|cameroun|congo|guinée|madagascar|comores|égypte
    |liban|syrie|irak|iran|afghanistan|turquie|arménie|israël|palestine|russie|ukraine|pologne
    |roumanie|bulgarie|hongrie|serbie|albanie|grèce|italie|espagne|portugal|allemagne|angleterre
    |irlande|belgique|suisse|états|canada|québec|mexique|brésil|argentine|chili|colombie|venezuela
    |haïti|chine|japon|corée|vietnam|inde|pakistan`,
  /** What an interview is about. */
  THING: `produit|projet|service|site|outil|application|appli|logiciel|code|base|système|entreprise
    |association|structure|équipe|idée|besoin|concept|startup|loi|dispositif|méthode|langage|serveur
    |composant|nœud|élément|processus|objet|classe|module|version|navigateur|fournisseur|hébergeur`,
  /** Whom a product serves, never the candidate. */
  PEOPLE: `usager|usagère|utilisateur|utilisatrice|=personnes|=gens|public|patient|élève|étudiant
    |salarié|citoyen|client|bénéficiaire|allocataire|demandeur|habitant|travailleur|=agents
    |=candidats`,
}
