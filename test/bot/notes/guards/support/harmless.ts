/** Sentences that hold the same words, or nearly, and say nothing of the person. */
export const HARMLESS = `
  Le langage est typé
  Son usage du langage Rust
  Cherche l’origine du bug
  Famille de polices
  Gère la file d’attente
  la fille d’attente est pleine
  10 ans d’expérience
  Dix ans d’expérience en développement
  20 ans de métier
  A 25 ans d’expérience
  travaille depuis 20 ans
  Code vieux de 20 ans
  Test en double aveugle
  Relecture en aveugle
  À l’aveugle, choisirait PostgreSQL
  La version d’origine du fichier
  L’API d’origine
  Le composant parent passe ses propriétés à son composant enfant
  Nœud père et nœud fils
  Marie a posé la question
  Marie Dupont était présente
  Entretien mené avec Marie
  Outil pour les personnes aveugles
  Testé avec des utilisateurs malvoyants
  Accessible aux malvoyants
  Projet pour les familles
  Produit : Assurance maladie
  L’Assurance Maladie utilise l’outil
  mise en situation
  Le produit accompagne les demandeurs d’asile
  La carte mère
  La maison mère
  Il vit bien le télétravail
  Disponible en mars
  La valeur par défaut vit dans le fichier de configuration
  adresse e-mail du service
  Son adresse mail est dans le CV
  Un champ adresse
  Vérifie l’adresse IP
  Il a mis l’accent sur les tests
  accent grave manquant
  Bouton de gauche
  menu à gauche, contenu à droite
  Voté à main levée
  A voté pour la solution la plus simple
  Le marché américain
  langue étrangère
  Travaille à l’étranger
  En croyant bien faire
  croyant que le test passait
  Politique publique
  Politique de sécurité
  Le RN du composant (React Native)
  Syndication RSS
  Jeune entreprise
  Base jeune et projet neuf
  Un site de 15 ans
  A passé 20 ans chez Orange
  il y a 20 ans
  Le projet est né en 2010
  L’association est née en 1998
  Deux places disponibles
  Une place de marché
  Retraite : simulateur de pension
  Projet sur la santé des sols
  Secteur de la santé
  Ministère de la Santé
  enceintes connectées
  dans l’enceinte du ministère
  Bonne foi
  Confiance aveugle dans les outils
  Angle aveugle de la supervision
  Guerre de religion sur les tabulations
  Une réponse belle et simple
  Le problème réside dans le cache
  Dette technique
  Interface non binaire
  Séparé les responsabilités
  analyse conjointe avec le métier
  Sait dire non
  Chargée de la famille de produits
  Sa famille de produits
  Elle a un produit à charge
  Maîtrise de bout en bout
  pendant 30 ans
  en 20 ans
  En 1998, il crée un site
  Budget de 45 000 euros
  45 tests
  A opéré un changement
  Pratiquante assidue du TDD
  Vole de ses propres ailes
  Fait de la voile
  Le service s’adresse aux mères
  Habitué à travailler seul
  Les habitants de la commune
  Cohabite avec un autre outil
  Elle a expliqué comment elle accompagne les agents au changement
  Propose un parcours pour les parents d’élèves
  Cite un projet pour la CAF : simulateur de droits pour familles monoparentales
  A refait le formulaire de demande de carte grise
  Explique la pension d’invalidité vue côté usager
  A travaillé trois ans sur un service de déclaration d’impôts
  Décrit un test avec des lecteurs d’écran et une personne non voyante
  Fait le lien entre accessibilité et handicap visuel
  Elle a mené 12 entretiens avec des agents retraités
  Connaît l’origine des données et les vérifie
  A retrouvé l’origine de la panne en dix minutes
  Elle est à l’origine du design system
  Son équipe a grandi de 3 à 15 personnes
  15 ans de recul sur Java
  Migration d’un code de 30 ans
  A maintenu un système pendant plus de 20 ans
  Elle a fait 20 ans de conseil
  Il a 20 ans d’expérience
  Quinze ans dans le public
  Vise une livraison dans 18 mois
  Son modèle de référence en gestion de projet
  Hérite d’une classe mère et redéfinit deux méthodes
  La table fille garde la clé de la table mère
  Processus père et processus fils
  Explique le pattern composite : nœud parent, enfants
  Elle sait où se trouve la donnée
  Le bouton de droite valide, celui de gauche annule
  Le vote électronique : architecture proposée
  A modélisé les votes d’une assemblée
  Préfère les conventions aux opinions
  A une opinion tranchée sur les tests
  Défend ses convictions techniques avec calme
  Grève des trains : entretien décalé
  Est arrivée en retard à cause de la grève
  Anime la communauté locale
  Elle dit croire au logiciel libre
  Esprit critique, bonne foi
  Pas de dogme sur les outils
  Parle anglais et allemand
  Bonne maîtrise de l’anglais
  A travaillé pour une entreprise américaine
  Client suisse, hébergeur français
  Propose d’héberger les données en France
  Basée à Nantes, disponible deux jours par semaine sur place
  Télétravail trois jours, vient à Paris le mardi
  Adresse le problème par étapes
  S’adresse directement aux usagers
  Donne l’adresse du dépôt
  Le code postal est mal validé
  Rue de la République mal géocodée dans sa démo
  A conçu le formulaire « état civil »
  A mis le serveur fautif en quarantaine
  La santé du projet : il suit trois indicateurs
  Santé mentale des équipes : propose des rétros
  Tableau de bord de la santé des services
  Dépression du marché
  Traite les défauts du code avec des tests
  Elle est très à l’aise à l’oral
  Il est ouvert et direct
  Il est anglophone
  Il a mis en binôme deux développeurs
  Travaille en couple développeur-designer
  Mariage des deux bases de données réussi
  Les données sont rapprochées par identifiant
  Il a donné naissance au projet
  Champ date de naissance obligatoire dans son formulaire
  Un usager âgé de 70 ans a testé
  Test avec une personne de 80 ans
  Sa fiche produit
  Condamné à refaire la migration
  A animé un atelier avec des mères et des pères sur le parcours de garde
  Le produit aide les familles à trouver une crèche
  A repris un service pour les assistantes maternelles
  Sait expliquer un mariage réussi entre design et code
  Utilise Marie comme persona
  Elle a réduit de 45 à 12 le nombre de champs
  Donne un exemple : « 30 ans de dette, trois mois pour payer »
  Explique pourquoi 80 % des usagers abandonnent
  Cite la loi de 2005 sur le handicap
  A conduit un audit d’accessibilité avec des personnes en situation de handicap
  A conçu un annuaire des services d’eau
  Voit l’aide sociale comme un sujet de formulaire
  Le serveur était lent : saturation mémoire
  Il a diagnostiqué une fuite mémoire
  Fait un bilan de santé du dépôt
  Elle a opéré la migration sans coupure
  A été opérée par une autre équipe : la bascule
  Arrêt du service le soir
  Arrêt de production de deux heures
  Le travail sur l’origine des erreurs est solide
  Elle identifie les origines possibles de la lenteur
  Il est d’accord
  La solution est suisse par son hébergement
  Une API allemande mal documentée
  Ses tests portent sur les accents et les majuscules
  Met un poids fort sur la qualité
  Il est né une belle idée de cet atelier
  Projet né à Bercy
  Foi en l’équipe
  Croit au produit
  Prie de rappeler
  Un pratiquant de Kanban
  Mission : neutre et sans parti pris
  Parti d’une page blanche
  Elle est partie du besoin
  Il prend parti pour l’usager
  Adhérente au manifeste agile
  Élue meilleure démo
  Le vote des équipes a tranché
  La gauche du graphique
  Grève du zèle de la CI
  Représente le personnel soignant dans ses entretiens
  Compte 25 ans de données
  Historique sur 30 ans
  Depuis bientôt 20 ans
  Une application qui a 20 ans
  Garde 20 ans d’archives
  Âge du capitaine
  Tranche d’âge des usagers
  Elle a vieilli le modèle de données
  Vieux code, jeune équipe
  Il réside une ambiguïté
  Adresse bien le sujet
  Elle habite bien son rôle
  Le cache vit dix minutes
  Place du produit dans la feuille de route
  2 cours suivis
  L’avenue du produit
  3 chemins possibles
  Poids du bundle
  Tenue de la démo impeccable
  La présentation était belle
  Beau travail
  Dans un bac à sable
  Tas de tickets
  Son crédit auprès de l’équipe est fort
  Code non binaire : JSON
  Dialogue de sourds entre métier et technique
  Elle a fait la sourde oreille au bruit
  Point aveugle : la sécurité
`
