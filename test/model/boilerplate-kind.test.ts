import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BoilerplateKind, boilerplateKind, isPageInTheWay } from '../../src/model/boilerplate-kind.ts'

const PHRASES: readonly [BoilerplateKind, ...string[]][] = [
  [
    'refusal',
    ...[
      'I apologize, but I cannot read it',
      'My apologies, I can’t',
      'Apologies, the provided text is short',
    ],
    ...["I'm sorry, I need more", 'I am very sorry, I could not', 'Sorry, I don’t have it'],
    ...[
      'Unfortunately, I cannot summarize this',
      "I won't be able to with that",
      'As an AI, I cannot',
      'As a large language model, my',
    ],
    ...[
      "I'm an AI assistant created by",
      'Without access to the text, I cannot',
      'I would need the full text',
    ],
    ...[
      "I'd need the article",
      'Please provide the text',
      'Could you please share the document',
      'Please upload a source',
    ],
    ...[
      'The provided text does not',
      'Unfortunately, the supplied page is empty',
      'The given URL appears to be a login',
    ],
  ],
  [
    'wall',
    ...['Please enable JavaScript', 'Turn on cookies', 'To use this site, please enable JavaScript'],
    ...[
      'To view this page, enable JavaScript',
      'JavaScript is disabled',
      'This site requires JavaScript',
      'Our app uses cookies',
    ],
    ...[
      'Verify you are human',
      'Verifying that you are not a robot',
      'Confirm you are human by',
      'Prove you’re a human.',
    ],
    ...[
      'Are you a robot?',
      'Checking your browser',
      'Just a moment...',
      'Attention required!',
      'Access denied.',
    ],
    ...['You have been blocked', 'Sorry, you have been blocked', 'Our systems have detected unusual traffic'],
    ...[
      "We've detected unusual activity",
      'Pardon our interruption',
      'Please wait while we',
      'Too many requests.',
    ],
    ...['Rate limit exceeded', 'Robot check', 'Request blocked', 'Human verification', 'We use cookies and'],
    ...[
      'We and our 12 partners use cookies to improve',
      'Cookie settings',
      'Your privacy choices',
      'Accept all cookies',
    ],
    ...[
      'By clicking this you agree',
      'By using the site, you consent',
      'Please sign in to continue',
      'Log in or register',
    ],
    ...[
      'You must login to read',
      'Subscribe to read more',
      'Register to continue',
      'Create a free account to read the full',
    ],
    ...[
      'Already a subscriber',
      'This content is only available to subscribers',
      'This article is reserved for members',
    ],
  ],
  [
    'error page',
    ...[
      '404',
      'HTTP error 404',
      'Error 404: Not found',
      '503 Service Unavailable',
      'Page not found',
      'File not found.',
    ],
    ...[
      'Forbidden',
      'Bad gateway',
      'Service unavailable',
      'Internal server error',
      "This page isn't working",
    ],
    ...['Sorry, we can’t find', 'Oops! The page', 'Whoops, something went wrong', 'Uh oh, an error'],
    ...[
      'The page you requested',
      'That page has been removed',
      'This page does not exist',
      'We could not find the page',
    ],
  ],
  [
    'placeholder',
    ...[
      'No summary available',
      'Missing abstract',
      'Summary not available',
      'Description is not found',
      'N/A',
      'None',
      'null',
    ],
    ...['undefined', 'TBD', 'TODO', 'to do', 'To be written…', 'placeholder', 'Lorem ipsum dolor sit'],
    ...['Abstract not provided', 'Content unavailable', 'Review is not available'],
  ],
]

const ALL = PHRASES.flatMap(([kind, ...phrases]) => phrases.map(phrase => [kind, phrase] as const))

describe('boilerplate', () => {
  it.each(ALL)('of the kind "%s" is %j', (kind, phrase) => {
    expect(boilerplateKind(phrase)).toBe(kind)
    expect(boilerplateKind(`**${phrase.toUpperCase()}`)).toBe(kind)
  })

  it('is told the same of a text that has to be folded first', () => {
    const words = fc.constantFrom(
      ...ALL.flatMap(([, phrase]) => phrase.split(' ')),
      'models',
      'é',
      '“',
      '\n',
      '  ',
    )
    const texts = fc.oneof(
      fc.array(words, { maxLength: 12 }).map(list => list.join(' ')),
      fc.tuple(fc.constantFrom(...ALL), words).map(([[, phrase], word]) => phrase.slice(0, -2) + word),
    )
    fc.assert(
      fc.property(texts, text => {
        // Two spaces in front are more than a first look takes in.
        expect(boilerplateKind(text)).toBe(boilerplateKind(`  ${text}`))
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['Just a moment...', true],
    [' Ｊust a moment...', true],
    ['404 Not Found', true],
    ['Robot Check', true],
    ['Just a moment of reflection', false],
    ['Scaling laws', false],
  ])('is the title %j: %s', (title, is) => {
    expect(isPageInTheWay(title)).toBe(is)
  })
})
