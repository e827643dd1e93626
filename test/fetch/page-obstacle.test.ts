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
