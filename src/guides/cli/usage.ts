export const USAGE = `Les guides d'entretien :
  npm run guides -- list                        les guides qui servent
  npm run guides -- check [dossier]             vérifier les guides
  npm run guides -- show <métier> <étape>       lire un guide
  npm run guides -- import <page.md> [--out <dossier>] [--json]
                                                reprendre une page publiée
`
