import { describe, expect, it } from 'vitest'
import { pageObstacle } from '../../src/fetch/page-obstacle.ts'
import { readHtml } from '../../src/fetch/read-html.ts'

const URL_ = 'https://site.example/articles/1'
const obstacle = (html: string, reached = URL_) => pageObstacle(readHtml(html), URL_, reached)?.status
const TEXT = `<p>${'Some words that people read. '.repeat(200)}</p>`

describe('a bot wall', () => {
  it.each([
    ['Cloudflare', '<title>Just a moment...</title><script>window._cf_chl_opt={}</script>'],
    ['Cloudflare, older', '<title>Attention Required! | Cloudflare</title><div id="cf-wrapper">Sorry</div>'],
    [
      'Imperva',
      '<script src="/_Incapsula_Resource?SWJIYLWA=1"></script><iframe src="/_Incapsula_Resource?x"></iframe>',
    ],
    ['HUMAN', '<title>Access to this page has been denied</title><div id="px-captcha"></div>'],
    ['DataDome', '<title>site.example</title><script src="https://ct.captcha-delivery.com/c.js"></script>'],
    ['AWS', '<title></title><script src="https://x.token.awswaf.com/x/challenge.js"></script>'],
    [
      'a captcha',
      '<title>site.example</title><form><script src="https://www.google.com/recaptcha/api.js"></script>',
    ],
    ['a question', '<title>Are you a robot?</title>'],
    ['Akamai', '<title>Access Denied</title><h1>Access Denied</h1>Reference #18'],
    ['a German one', '<title>Einen Moment, bitte…</title>'],
  ])('of %s is recognised', (_name, html) => {
    expect(obstacle(html)).toBe('blocked')
  })

  it.each([
    ['loads Cloudflare’s script', `<title>Real</title><script>window._cf_chl_opt={}</script>${TEXT}`],
    ['has a captcha in its comment form', `<title>Real</title><div id="g-recaptcha"></div>${TEXT}`],
    [
      'is short and has an author',
      '<title>Real</title><meta name=author content=Ann><div id="g-recaptcha"></div>',
    ],
    [
      'is about walls',
      `<title>Access Denied: a history of gates</title><meta property=og:type content=article>${TEXT}`,
    ],
  ])('is not a page that %s', (_what, html) => {
    expect(obstacle(html)).toBeUndefined()
  })
})

describe('a login page', () => {
  it.each([
    ['says so', '<title>Sign in | Site</title>'],
    ['has a form and little else', '<title>Site</title><form><input name=u><input type=password></form>'],
  ])('is one that %s', (_what, html) => {
    expect(obstacle(html)).toBe('blocked')
  })

  it('is what a redirect leads to', () => {
    expect(obstacle('<title>Site</title>', 'https://site.example/login?next=%2Farticles%2F1')).toBe('blocked')
    expect(obstacle('<title>Site</title>', 'https://site.example/articles/one')).toBeUndefined()
  })

  it.each([
    ['an article with a login form', '<title>Real</title><article>x</article><input type=password>'],
    ['a long page with one', `<title>Real</title><input type=password>${TEXT}`],
    [
      'an article about logging in',
      '<title>Login walls considered</title><meta property=og:type content=article>',
    ],
  ])('is not %s', (_what, html) => {
    expect(obstacle(html)).toBeUndefined()
  })
})

describe('an error page that is sent as if all were well', () => {
  it.each([
    'Page not found',
    '404 Not Found',
    'Error 404 (Not Found)!!1',
    'Page Not Found | Site',
    '404 - Site',
  ])('is one with the title %s', title => {
    expect(obstacle(`<title>${title}</title>`)).toBe('not-found')
  })

  it('is no article of that name', () => {
    expect(
      obstacle('<title>404 Not Found: the story</title><meta name=citation_title content="404 Not Found">'),
    ).toBeUndefined()
  })
})

/** Titles of pages in the way that say all was well, by what they are. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  'not-found': [
    'Not Found',
    'Acme | Page Not Found',
    'DOI Not Found',
    'Page Unavailable',
    'This content is no longer available',
    'Nothing found for some-words',
    'Seite nicht gefunden',
    'Página no encontrada',
    'Page non trouvée | Le Site',
    'Video unavailable - YouTube',
    'Page not found · GitHub',
  ],
  blocked: [
    'Nur einen Moment…',
    'Vercel Security Checkpoint',
    'Client Challenge',
    'Radware Bot Manager Captcha',
    'Radware Captcha Page',
    'Sucuri WebSite Firewall - Access Denied',
    'JSTOR: Access Check',
    'Blocked',
    'Sorry...',
    'Cookies Required',
    'Cookie Absent',
    'Before you continue to YouTube',
    'Sign Up | LinkedIn',
    'Shibboleth Authentication Request',
    'Suspected phishing site | Cloudflare',
  ],
  error: [
    'Error',
    'Database Error',
    'site.example | 522: Connection timed out',
    'Account Suspended',
    'Welcome to nginx!',
    'Apache2 Ubuntu Default Page: It works',
    'Site under maintenance',
    'site.example is for sale',
  ],
}

describe('a page in the way that has a title of its own', () => {
  const rows = Object.entries(TITLES).flatMap(([status, titles]) =>
    titles.map(title => [title, status] as const),
  )

  it.each(rows)('is %s: %s', (title, status) => {
    expect(obstacle(`<title>${title}</title><meta property=og:title content="Our site">`)).toBe(status)
  })

  it.each(rows)('is not an article called %s', title => {
    expect(obstacle(`<title>${title}</title><meta name=citation_title content="${title}">`)).toBeUndefined()
  })

  it.each([
    'Page not found: a history of the 404',
    'On Errors',
    'Error handling in Rust',
    'Blocked by the state: how censors work',
    'Sorry, not sorry',
    'Not found in translation',
    'The client challenge in practice',
    'Everything is for sale',
    'Before you continue, a word on cookies',
    'Consent and its limits',
    'Video unavailable for comment',
  ])('is not a page called %s', title => {
    expect(obstacle(`<title>${title}</title>`)).toBeUndefined()
    expect(obstacle(`<title>${title} | Site</title>${TEXT}`)).toBeUndefined()
  })

  it.each(['Error', 'Blocked', 'Not Found', 'Sorry...'])('is not a long page called %s', title => {
    expect(obstacle(`<title>${title}</title><meta name=author content=Ann>${TEXT}`)).toBeUndefined()
  })

  it.each([
    [
      'DataDome',
      "<title>site.example</title><p id=cmsg>Please enable JS</p><script>var dd={'rt':'c'}</script>",
    ],
    ['Cloudflare', '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>'],
    ['Fastly', '<title>Site</title><script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>'],
  ])('is one of %s by its scripts', (_name, html) => {
    expect(obstacle(html)).toBe('blocked')
  })

  it('is not a short page on which Cloudflare counts readers', () => {
    const script = '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'
    expect(obstacle(`<title>A note</title>${script}`)).toBeUndefined()
  })
})
