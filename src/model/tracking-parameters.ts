import { TRACKING_PARAMETERS } from './canonical-url.ts'

const NAMES = new Set(TRACKING_PARAMETERS.filter(name => !name.endsWith('*')))
const PREFIXES = TRACKING_PARAMETERS.filter(name => name.endsWith('*')).map(name => name.slice(0, -1))

/** The names of the parameters of a URL that only track the reader. */
export function trackingParameters(url: string): string[] {
  return partsOf(url).parameters.map(nameOf).filter(isTracking)
}

/** A URL without the parameters that only track the reader, and otherwise as it was, to the letter. */
export function withoutTracking(url: string): string {
  const { before, parameters, fragment } = partsOf(url)
  const kept = parameters.filter(parameter => !isTracking(nameOf(parameter)))
  return `${before}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment}`
}

function partsOf(url: string): { before: string; parameters: string[]; fragment: string } {
  const hash = `${url}#`.indexOf('#')
  const mark = url.slice(0, hash).indexOf('?')
  const before = mark < 0 ? url.slice(0, hash) : url.slice(0, mark)
  return {
    before,
    parameters: mark < 0 ? [] : url.slice(mark + 1, hash).split('&'),
    fragment: url.slice(hash),
  }
}

function nameOf(parameter: string): string {
  return parameter.replace(/=.*$/s, '')
}

function isTracking(name: string): boolean {
  const folded = name.toLowerCase()
  return NAMES.has(folded) || PREFIXES.some(prefix => folded.startsWith(prefix))
}
