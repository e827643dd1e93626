/** What a page is that stands where another should. */
export type ObstacleKind = 'challenge' | 'login' | 'wall' | 'not-found' | 'error'

/** Titles of such pages, and how surely a page with one of them is none that anybody asked for. */
interface ObstacleTitles {
  readonly kind: ObstacleKind
  /**
   * `sure`: unless the page says that it is an article; `short`: when there is little text on it besides.
   * What could be the title of something real is never sure.
   */
  readonly when: 'sure' | 'short'
  /** What the title is, folded, but for the name of the site before or after it. */
  readonly forms: readonly string[]
}

/** As servers, content management systems, and those that guard sites write them, in the languages in which they come most. */
const TITLES: readonly ObstacleTitles[] = [
  {
    kind: 'not-found',
    when: 'sure',
    forms: [
      '(?:http |error )*404(?: error)?(?:[ :!-]+(?:not found|page not found|file not found|error|error page))?',
      '(?:sorry, |oops[,!.]* )?(?:the |this |that )?(?:page|file|document|doi|web ?site)(?: (?:was|could|can))? ?not (?:be )?(?:found|available)',
      "page (?:unavailable|does not exist|doesn't exist|no longer exists|isn't available)",
      "this (?:page|content|article|video|post|item|link)(?: is|'s|) ?(?:no longer|not|isn't|un) ?available",
      'video unavailable',
      '(?:die )?(?:angeforderte )?seite (?:wurde |konnte )?nicht gefunden(?: werden)?',
      'pagina no encontrada',
      'page (?:non trouvee|introuvable)',
      'pagina non trovata',
      'pagina nao encontrada',
      'pagina niet gevonden',
    ],
  },
  {
    kind: 'not-found',
    when: 'short',
    forms: [
      'not found',
      'nothing found(?: for .{1,200})?',
      'article not found',
      '(?:oops[,!.]* )?nothing here',
    ],
  },
  {
    kind: 'challenge',
    when: 'sure',
    forms: [
      'vercel security checkpoint',
      'radware (?:bot manager captcha|captcha page)',
      'sucuri website firewall.{0,60}',
      'jstor: access check',
    ],
  },
  { kind: 'challenge', when: 'short', forms: ['nur einen moment', 'client challenge', 'blocked', 'sorry'] },
  {
    kind: 'login',
    when: 'short',
    forms: [
      'shibboleth authentication request',
      'authentication (?:required|request)',
      'sign up',
      'join linkedin',
    ],
  },
  {
    kind: 'wall',
    when: 'short',
    forms: [
      'cookies? (?:required|absent|disabled)',
      'before you continue(?: to .{1,60})?',
      '(?:cookie |privacy )?consent(?: page| required| form)?',
      'suspected phishing site',
    ],
  },
  {
    kind: 'error',
    when: 'sure',
    forms: [
      'welcome to nginx',
      'apache2 (?:ubuntu|debian) default page.{0,20}',
      'account suspended',
      '52\\d: .{1,60}',
      'error establishing a database connection',
    ],
  },
  {
    kind: 'error',
    when: 'short',
    forms: [
      '(?:an )?(?:error|error occurred|database error|server error|application error|unexpected error)',
      "(?:web ?site |site |we are |we're |is )*(?:under|down for|undergoing) (?:scheduled )?(?:maintenance|construction)",
      '[a-z0-9.-]{1,80}\\.[a-z]{2,20} is for sale',
    ],
  },
]

/** A site puts its name before or after the title of a page, behind one of these. */
const NAME_BEFORE = '^(?:.{1,100} [|·•»-] )?'
const NAME_AFTER = '[.!?… ]*(?: [|·•»-] .{1,100})?$'

const ROWS = TITLES.map(({ kind, when, forms }) => ({
  kind,
  when,
  form: new RegExp(`${NAME_BEFORE}(?:${forms.join('|')})${NAME_AFTER}`),
}))

/**
 * Which page in the way has a title like this; undefined for any other.
 * @param title folded
 */
export function obstacleTitle(
  title: string,
): { readonly kind: ObstacleKind; readonly when: 'sure' | 'short' } | undefined {
  return title.length > 400 ? undefined : ROWS.find(({ form }) => form.test(title))
}
