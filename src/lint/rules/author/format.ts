import { readName } from '../../../model/author.ts'
import type { Author } from '../../../model/card.ts'
import { fold } from '../../../model/fold.ts'
import { joinedNames } from '../../../model/joined-names.ts'
import { isPersonName } from '../../../model/person-name.ts'
import { repeatsIn } from '../../repeats-in.ts'
import { cardRule, type Problem } from '../../rule.ts'
import { changeAuthor } from './author-list.ts'

/** Among many authors, two may well have one name. */
const FEW = 30

const OTHERS = /(?:^|[\s,])(?:et\.? al\.?|(?:and|&) (?:others|colleagues|coauthors|co-authors))$/i

export const format = cardRule({
  id: 'author/format',
  severity: 'warning',
  summary: 'an author that is several people, `et al.`, or a name that is there twice',
  why: 'Each author is an item of its own: else searches by author miss the others, and citations take all of them for one person.',
  fixes: 'unsafe',
  examples: {
    bad: [
      'authors:\n  - Evan Hubinger et al.\n',
      'authors:\n  - Paul Christiano\n  - et al.\n',
      'authors:\n  - John Smith and Jane Doe\n',
      'authors:\n  - Smith, John; Doe, Jane\n',
      'authors:\n  - Jane Doe\n  - John Smith\n  - Jane Doe\n',
      'authors:\n  - By Kelsey Piper\n',
    ],
    good: [
      'authors:\n  - Johnson & Johnson\n  - Science and Technology Committee\n',
      'authors:\n  - Bill & Melinda Gates Foundation\n',
      'authors:\n  - Martin Luther King, Jr.\n  - Gabriel García Márquez\n',
    ],
  },
  check({ fields: { authors = [] }, path }) {
    return authors.every(isUsual) && !haveRepeats(authors) ? [] : problemsOf(authors, path)
  },
})

/** Whether a name has nothing about it that needs a closer look: a join, `et al.`, or a `By`. */
function isUsual(author: Author): boolean {
  return typeof author !== 'string' || !/[,;&]|\b(?:and|al)\b|^\s*by\b/i.test(author)
}

function foldedName(author: Author): string {
  return fold(readName(author))
}

function haveRepeats(authors: readonly Author[]): boolean {
  return authors.length > 1 && authors.length <= FEW && repeatsIn(authors, foldedName).length > 0
}

function* problemsOf(authors: readonly Author[], path: string): Iterable<Problem> {
  for (const [i, author] of authors.entries()) {
    const problem = typeof author === 'string' ? flawOfName(author, i) : undefined
    if (problem) yield problem
  }
  const names = authors.length > FEW ? [] : authors.map(readName)
  for (const { index, first } of repeatsIn(names, fold)) {
    const [name = '', firstName = ''] = [names[index], names[first]]
    // `jane doe` goes, and not `Jane Doe`.
    const isFirstPoor = name !== firstName && isSmall(firstName)
    yield {
      message: `\`${name}\` is among the authors twice.`,
      help: 'Remove one of them.',
      pointer: ['authors', index],
      related: [{ file: path, pointer: ['authors', first] }],
      fix: {
        title: `Remove the ${isFirstPoor ? 'first' : 'second'}`,
        safe: false,
        changes: changeAuthor(isFirstPoor ? first : index, []),
      },
    }
  }
}

/** Whether a name is written without capitals. */
function isSmall(name: string): boolean {
  return name === name.toLowerCase()
}

function flawOfName(text: string, index: number): Problem | undefined {
  const pointer = ['authors', index]
  const name = text.trim()
  const fixed = (title: string, names: readonly string[]) => ({
    fix: { title, safe: false, changes: changeAuthor(index, names) },
  })
  const others = name.length < 500 ? OTHERS.exec(name) : null
  if (others) {
    const rest = name.slice(0, others.index).replace(/,$/, '').trim()
    return {
      message: `\`${others[0].replace(/^[\s,]+/, '')}\` is nobody's name.`,
      help: 'List the other authors one by one, or leave them out.',
      pointer,
      ...fixed(rest === '' ? 'Remove it' : `Leave \`${rest}\``, rest === '' ? [] : [rest]),
    }
  }
  const bare = name.replace(/[\s,;]{1,20}$/, '')
  if (bare !== name && isPersonName(bare))
    return {
      message: `\`${name}\` ends in a comma or semicolon that is no part of the name.`,
      help: `Write \`${bare}\`.`,
      pointer,
      ...fixed(`Write \`${bare}\``, [bare]),
    }
  const joined = joinedNames(name)
  if (joined) {
    const { names } = joined
    return {
      message: `\`${name}\` names several authors in one.`,
      help: 'Write each on a line of its own.',
      pointer,
      ...(names && fixed('Write each on a line of its own', names)),
    }
  }
  const signed = /^by (?=\p{Lu})/iu.test(name) ? name.slice('by '.length).trim() : ''
  if (!isPersonName(signed)) return undefined
  return {
    message: `\`${name}\` starts with a \`${name.slice(0, 2)}\` that is no part of the name.`,
    help: `Write \`${signed}\`.`,
    pointer,
    ...fixed(`Write \`${signed}\``, [signed]),
  }
}
