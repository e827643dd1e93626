import { boilerplateKind } from '../model/boilerplate-kind.ts'
import { foldLine } from '../model/fold.ts'
import type { HtmlPage } from './html-page.ts'
import { lineOf } from './page-text.ts'

/** A page that stands where another should. */
export interface Obstacle {
  readonly status: 'blocked' | 'not-found'
  /** What it is: a sentence. */
  readonly problem: string
}

/** What the scripts and forms of bot walls have that other pages lack: Cloudflare, Imperva, HUMAN, DataDome, Akamai, AWS, Anubis. */
const CHALLENGE =
  /\b_cf_chl_opt\b|\bcf-chl-|\bcf_chl_|challenges\.cloudflare\.com\/turnstile|_Incapsula_Resource|\bpx-captcha\b|captcha\.px-cdn|captcha-delivery\.com|\bdatadome\b|\bawswaf\b|aws-waf-token|\bsec-if-cpt\b|\banubis_challenge\b|ddos-guard|\b(?:g-recaptcha|h-captcha|recaptcha\/api|hcaptcha\.com)\b/i

/** What the titles of bot walls begin with, in the languages in which they come most. */
const CHALLENGE_TITLE =
  /^(?:just a moment|einen moment|un momento|un instant|attention required|access (?:denied|blocked|to this page)|are you a (?:robot|human)|verify(?:ing)? (?:that )?you are|pardon our interruption|robot check|security check|human verification|bot verification|please wait\b|one more step|checking your browser|ddos-guard|captcha|making sure you)/

/** Titles that begin as `Sign in to Site` and `Log in | Site` do. */
const LOGIN_TITLE = /^(?:(?:please |you must )?(?:sign|log)[ -]?(?:in|on)\b|login\b)/
const LOGIN_PATH =
  /\/(?:log-?in|sign-?in|sign-?on|sso|auth|account\/begin|authwall|accounts\/login)(?:[/.?]|$)/i

const NOT_FOUND_TITLE =
  /^(?:(?:error )?404\b|(?:sorry, |oops[,!.]* )?(?:page|file|article|document) (?:was |could )?not (?:be )?found|not found\b)/

/** A wall has no more text than this, and a login page not much more. */
const WALL_TEXT = 3000

/**
 * What a page is when it is not the one that was asked for: a challenge to prove that one is human, a login form, an
 * error page that is sent as if all were well. Undefined for any other page.
 * @param asked where the page should be
 * @param reached where it is
 */
export function pageObstacle(page: HtmlPage, asked: string, reached: string): Obstacle | undefined {
  const title = foldLine(lineOf((page.title ?? '').slice(0, 500)))
  const host = new URL(reached).host
  const isShort = page.textLength < WALL_TEXT
  const saysSomething = hasMetadata(page)
  if (
    (CHALLENGE_TITLE.test(title) && isShort) ||
    (isShort && !saysSomething && CHALLENGE.test(page.machinery))
  )
    return {
      status: 'blocked',
      problem: `${host} wants proof that a person is reading, and shows no page to programs.`,
    }
  const kind = boilerplateKind(title)
  const isLost = NOT_FOUND_TITLE.test(title) || kind === 'error page'
  if (isLost && !saysSomething)
    return {
      status: 'not-found',
      problem: `${host} says that it has no such page: \u201c${lineOf(page.title ?? '')}\u201d.`,
    }
  const wasSent = asked !== reached && LOGIN_PATH.test(new URL(reached).pathname) && !LOGIN_PATH.test(asked)
  const isLogin = wasSent || LOGIN_TITLE.test(title) || (page.hasPasswordField && isShort && !page.hasArticle)
  if (isLogin && !isArticle(page))
    return { status: 'blocked', problem: `${host} shows the page only to those who are logged in.` }
  return kind === 'wall' && isShort
    ? {
        status: 'blocked',
        problem: `${host} shows something else than the page: \u201c${lineOf(page.title ?? '')}\u201d.`,
      }
    : undefined
}

/** Whether a page says something of itself, as walls do not: many pages load a captcha for their forms. */
function hasMetadata(page: HtmlPage): boolean {
  return (
    isArticle(page) ||
    page.metas.some(({ name }) => /^(?:author|description|dc\.creator|og:title|twitter:title)$/.test(name))
  )
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
