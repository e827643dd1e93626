import { boilerplateKind } from '../model/boilerplate-kind.ts'
import { foldLine } from '../model/fold.ts'
import type { HtmlPage } from './html-page.ts'
import { type ObstacleKind, obstacleTitle } from './obstacle-titles.ts'
import { lineOf } from './page-text.ts'

/** A page that stands where another should. */
export interface Obstacle {
  readonly status: 'blocked' | 'not-found' | 'error'
  /** What it is: a sentence. */
  readonly problem: string
}

/**
 * What the scripts and forms of bot walls have that other pages lack: Cloudflare (whose `challenge-platform` also counts
 * readers of real pages), Imperva, HUMAN, DataDome, Akamai, AWS, Fastly, Anubis.
 */
const CHALLENGE =
  /\b_cf_chl_opt\b|challenge-platform\/[\w/]*orchestrate|\/_fs-ch-|\bvar dd ?= ?\{|^cmsg$|\bcf-chl-|\bcf_chl_|challenges\.cloudflare\.com\/turnstile|_Incapsula_Resource|\bpx-captcha\b|captcha\.px-cdn|captcha-delivery\.com|\bdatadome\b|\bawswaf\b|aws-waf-token|\bsec-if-cpt\b|\banubis_challenge\b|ddos-guard|\b(?:g-recaptcha|h-captcha|recaptcha\/api|hcaptcha\.com)\b/im

/** What the titles of bot walls begin with, in the languages in which they come most. */
const CHALLENGE_TITLE =
  /^(?:just a moment|einen moment|un momento|un instant|attention required|access (?:denied|blocked|to this page)|are you a (?:robot|human)|verify(?:ing)? (?:that )?you are|pardon our interruption|robot check|security check|human verification|bot verification|please wait\b|one more step|checking your browser|ddos-guard|captcha|making sure you)/

/** Titles that begin as `Sign in to Site` and `Log in | Site` do. */
const LOGIN_TITLE = /^(?:(?:please |you must )?(?:sign|log)[ -]?(?:in|on)\b|login\b)/
const LOGIN_PATH =
  /\/(?:log-?in|sign-?in|sign-?on|sso|auth|account\/begin|authwall|accounts\/login)(?:[/.?]|$)/i

/** A title that begins with the number of the error, whatever is told of it. */
const NOT_FOUND_TITLE = /^(?:error )?404\b/

/** A wall has no more text than this, and a login page not much more. */
const WALL_TEXT = 3000

/**
 * What a page is when it is not the one that was asked for: a challenge to prove that one is human, a login form, an
 * error page that is sent as if all were well. Undefined for any other page.
 * @param asked where the page should be
 * @param reached where it is
 */
export function pageObstacle(page: HtmlPage, asked: string, reached: string): Obstacle | undefined {
  const kind = kindOf(page, asked, reached)
  if (kind === undefined) return undefined
  const { status, what } = OBSTACLES[kind]
  const title = lineOf((page.title ?? '').slice(0, 500))
  return { status, problem: `${new URL(reached).host} ${what.replace('TITLE', `\u201c${title}\u201d`)}.` }
}

/** What each kind means, as words that go on after the host. */
const OBSTACLES: Readonly<Record<ObstacleKind, { status: Obstacle['status']; what: string }>> = {
  challenge: {
    status: 'blocked',
    what: 'wants proof that a person is reading, and shows no page to programs',
  },
  login: { status: 'blocked', what: 'shows the page only to those who are logged in' },
  wall: { status: 'blocked', what: 'shows something else than the page: TITLE' },
  'not-found': { status: 'not-found', what: 'says that it has no such page: TITLE' },
  error: { status: 'error', what: 'shows an error in place of the page: TITLE' },
}

function kindOf(page: HtmlPage, asked: string, reached: string): ObstacleKind | undefined {
  const title = foldLine(lineOf((page.title ?? '').slice(0, 500)))
  const isShort = page.textLength < WALL_TEXT
  const isReal = isArticle(page)
  const saysSomething = hasMetadata(page)
  if (
    isShort &&
    ((CHALLENGE_TITLE.test(title) && !isReal) || (!saysSomething && CHALLENGE.test(page.machinery)))
  )
    return 'challenge'
  const named = obstacleTitle(title)
  if (named && !isReal && (named.when === 'sure' || (isShort && !hasAuthor(page)))) return named.kind
  const boilerplate = boilerplateKind(title)
  if (!saysSomething && (NOT_FOUND_TITLE.test(title) || boilerplate === 'error page')) return 'not-found'
  const wasSent = asked !== reached && LOGIN_PATH.test(new URL(reached).pathname) && !LOGIN_PATH.test(asked)
  const isLogin = wasSent || LOGIN_TITLE.test(title) || (page.hasPasswordField && isShort && !page.hasArticle)
  if (isLogin && !isReal) return 'login'
  return boilerplate === 'wall' && isShort ? 'wall' : undefined
}

/** Whether a page says something of itself, as walls do not: many pages load a captcha for their forms. */
function hasMetadata(page: HtmlPage): boolean {
  return (
    isArticle(page) ||
    hasAuthor(page) ||
    page.metas.some(({ name }) => /^(?:description|og:title|twitter:title)$/.test(name))
  )
}

function hasAuthor({ metas }: HtmlPage): boolean {
  return metas.some(({ name }) => /^(?:author|dc\.creator)$/.test(name))
}

function isArticle({ metas, jsonLd, hasArticle }: HtmlPage): boolean {
  return (
    metas.some(
      ({ name, content }) =>
        /^(?:citation_title|citation_author|dc\.title|article:published_time)$/.test(name) ||
        (name === 'og:type' && /^(?:article|book|video)/i.test(content)),
    ) ||
    (hasArticle && jsonLd.some(text => /"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting|Book|Report)"/.test(text)))
  )
}
