import { expect, it } from 'vitest'
import { boilerplateKind } from '../../../../src/model/boilerplate-kind.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['refusal', 'I apologize, but the provided text appears to be a webpage fragment with no content.'],
  ['refusal', 'I’m sorry, but I can’t access external websites.'],
  ['refusal', "Sorry, I couldn't find any text to summarize."],
  ['refusal', 'I cannot provide a summary of this document, as it is empty.'],
  ['refusal', 'Unfortunately, I am unable to access the article at that link.'],
  ['refusal', 'As an AI language model, I do not have opinions on the source.'],
  ['refusal', 'The provided text does not contain enough information about the paper.'],
  ['refusal', 'The provided content appears to be a navigation menu rather than an article.'],
  ['refusal', 'Without access to the full text, I cannot write a meaningful review.'],
  ['refusal', 'Please provide the full text of the article so that I can summarize it.'],
  ['wall', 'Please enable JavaScript and cookies to continue'],
  ['wall', 'Verify you are human by completing the action below.'],
  ['wall', 'Just a moment...'],
  ['wall', 'Access denied. You do not have permission to view this page.'],
  ['wall', 'We use cookies to improve your experience on our site.'],
  ['wall', 'Checking your browser before accessing the site.'],
  ['wall', 'Log in to continue reading.'],
  ['wall', 'By clicking “Accept all”, you agree to the storing of cookies.'],
  ['error page', '404 Not Found'],
  ['error page', 'Error 404'],
  ['error page', "Sorry, we can't find that page"],
  ['error page', 'The page you are looking for has been moved.'],
  ['placeholder', 'No abstract available'],
  ['placeholder', 'TODO'],
])('takes for a %s: %s', (kind, text) => {
  expect(boilerplateKind(text)).toBe(kind)
})

it.each([
  'Measures how often models answer "I cannot provide a summary" when asked.',
  '“Just a moment” pages of bot walls are measured across 10,000 sites.',
  'Access denied: the phrase by which half of the web greets researchers.',
  'Access denied by default is the principle of zero trust.',
  'We use cookies from 10,000 sites to measure how far tracking goes.',
  'We cannot determine the source of the leak, and the text of the law does not help.',
  'I cannot see how alignment could be solved by then, and explain why.',
  'I argue that models cannot provide what is asked of them.',
  'As an AI safety researcher, I have often been asked about this.',
  'As an AI model becomes more capable, my oversight of it gets harder.',
  'I am an AI researcher and describe what I have seen.',
  'The provided text of the treaty binds all its parties to report incidents.',
  'The page describes the principles by which the company publishes.',
  'JavaScript is required knowledge for this course of twelve lessons.',
  '404 models were tested on each of the 12 benchmarks.',
  '404: a documentary about pages that vanish from the web.',
  'Unfortunately, the authors do not provide the source code of the model.',
  'Sorry is a game in which models learn to apologise to one another.',
  'No summary of the field is complete without this paper.',
  'Subscribe to open is a business model for journals.',
  'Sign in to the portal with a federal account to report an incident.',
  'Forbidden technique: training on the chain of thought.',
  'None of the models passes.',
])('takes for what somebody wrote: %s', text => {
  expect(boilerplateKind(text)).toBe(undefined)
})

it('points at the value and names the field', async () => {
  const linted = await lintExample('review: Access denied.\ntitle: 404 Not Found\n')
  expect(linted.findings.map(({ message }) => message)).toEqual([
    'The review is what a site shows in place of its content: a login, a cookie notice or a bot check.',
    'The title `404 Not Found` is that of a page that stands in the way of the source.',
  ])
  expect(textUnder(linted)).toEqual(['Access denied.', '404 Not Found'])
})

it('takes no time over long and hostile text', () => {
  const started = performance.now()
  for (const piece of ['sorry ', 'i cannot ', 'as an a-', 'without any ', ' ', '*', 'the provided '])
    boilerplateKind(piece.repeat(500_000))
  expect(performance.now() - started).toBeLessThan(1000)
})
