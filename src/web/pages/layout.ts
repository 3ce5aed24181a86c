/** The frame of every page, in the design system of the French State. */
import { html, raw } from 'hono/html'

export type Html = ReturnType<typeof html>

const DSFR = '/pages/dsfr'

export function layout(title: string, content: Html): Html {
  return html`${raw('<!doctype html>')}
    <html lang="fr" data-fr-theme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <script src="/pages/assets/theme.js"></script>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${DSFR}/dsfr.main.min.css" />
        <link rel="stylesheet" href="/pages/assets/page.css" />
        <script type="module" src="/pages/assets/page.js"></script>
      </head>
      <body>
        <header role="banner" class="fr-header">
          <div class="fr-header__body">
            <div class="fr-container">
              <div class="fr-header__service">
                <p class="fr-header__service-title">Recrutement</p>
                <p class="fr-header__service-tagline">
                  Page personnelle : ne partage pas son adresse
                </p>
              </div>
            </div>
          </div>
        </header>
        <main role="main" id="contenu" class="fr-container fr-py-4w">${content}</main>
      </body>
    </html>`
}

/** A page of one heading and a few sentences. */
export function plainPage(title: string, ...sentences: readonly string[]): Html {
  return layout(
    title,
    html`<h1 class="fr-h3">${title}</h1>
      ${sentences.map((sentence) => html`<p>${sentence}</p>`)}`,
  )
}

/** What a link shows before it is bound to this browser: nothing of what it opens. */
export function landing(): Html {
  return layout(
    'Ta page personnelle',
    html`<h1 class="fr-h3">Ta page personnelle</h1>
      <p>
        Elle s’ouvrira sur cet appareil, dans ce navigateur, et nulle part ailleurs. Continue là où
        tu veux écrire.
      </p>
      <form method="post">
        <button class="fr-btn" name="open" value="yes">Continuer ici</button>
      </form>`,
  )
}
