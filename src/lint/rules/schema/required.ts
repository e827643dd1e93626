import { isMap } from '../../../load/typed-value.ts'
import { fileStem } from '../../../model/card.ts'
import { mintingIdentity } from '../../../model/identifier.ts'
import { isStableId, mintStableId } from '../../../model/stable-id.ts'
import { loadRule } from '../../rule.ts'

export const required = loadRule({
  id: 'schema/required',
  severity: 'error',
  summary: 'a field that must be there is missing or empty',
  why: 'Without an ID no page can refer to the card, and without a title, a type or a way to its source it says nothing to anybody.',
  fixes: 'unsafe',
  examples: {
    bad: [
      { files: { 'aB3dE5gH7j.yaml': 'id:\n' } },
      'title:\n',
      'credibility:\n  reason: Everybody says so.\n',
      'authors:\n  - particle: de\n',
      { files: { 'venues.yaml': '- id: lesswrong\n' } },
    ],
    good: ['credibility:\n  rating: 2\n  reason: Retracted since.\nauthors:\n  - given: Satya\n'],
  },
  fixFor({ pointer, missing }, source, context) {
    const { kind, path, value } = source
    if (kind !== 'card' || !isMap(value) || !isAboutId(pointer, missing) || !isMissing(value.id))
      return undefined
    const isTaken = (id: string) => context.isTaken(id, path)
    const stem = fileStem(path)
    const id = isStableId(stem) && !isTaken(stem) ? stem : mintedId(value, isTaken)
    if (id === undefined) return undefined
    return {
      title: `Give the card the ID ${id}`,
      safe: false,
      changes: [{ kind: 'set', pointer: ['id'], value: id }],
    }
  },
})

/** A key that is missing is told of what it is missing from; one without a value, of itself. */
function isAboutId(pointer: string, missing: string | undefined): boolean {
  return pointer === '/id' || (pointer === '' && missing === 'id')
}

function isMissing(id: unknown): boolean {
  return id === undefined || id === ''
}

function mintedId(fields: object, isTaken: (id: string) => boolean): string | undefined {
  const texts = Object.entries(fields).filter(([, value]) => typeof value === 'string' && value !== '')
  const identity = mintingIdentity(Object.fromEntries(texts))
  return identity === undefined ? undefined : mintStableId(identity, isTaken)
}
