import { counted } from '../../../model/count-text.ts'
import { cardRule, type Problem } from '../../rule.ts'
import { excerptAt } from './excerpt-at.ts'
import { decodeHtmlEntities } from './html-entities.ts'
import { htmlTags } from './html-tags.ts'
import { type TextField, unusualTexts } from './text-fields.ts'

export const html = cardRule({
  id: 'text/html',
  severity: 'warning',
  summary: 'HTML entities or tags, which were left over when the text was copied from a page',
  why: 'Titles and names are plain text and prose is Markdown: nothing reads the HTML, so readers see `&amp;` and `<i>`, and searches miss the words.',
  fixes: 'safe and unsafe',
  examples: {
    bad: [
      'title: Research &amp; Development\n',
      'abstract: Accuracy was &gt;95% on the test set of the benchmark.\n',
      'title: The gut microbiome of <i>Homo sapiens</i>\n',
    ],
    good: [
      'title: Research & Development\n',
      'notes: In HTML an ampersand is `&amp;`, and emphasis is `<i>this</i>`.\n',
      'notes: Before the list stands &lt;ul>.\n',
      'title: Vec<T> and the token <s>\n',
    ],
  },
  check: card => unusualTexts(card).flatMap(field => [...problemsIn(field)]),
})

function* problemsIn(field: TextField): Iterable<Problem> {
  const { pointer, called } = field
  const { value, entities } = decodeHtmlEntities(field)
  const [first] = entities
  if (first !== undefined) {
    const { entity, character, offset } = first
    yield {
      message: `${called} holds ${many(entities.length, 'the HTML entity', 'HTML entities', entity)}.`,
      help:
        character.trim() === ''
          ? `Write ${character === '' ? 'nothing' : 'a space'} in its place.`
          : `Write \`${character}\` in its place.`,
      pointer,
      ...excerptAt(field.text, offset, entity),
      ...(value.trim() !== '' && {
        fix: {
          title: 'Write the characters themselves',
          safe: true,
          changes: [{ kind: 'set' as const, pointer, value }],
        },
      }),
    }
  }
  const { tags, offset, value: untagged, isLossless } = htmlTags(field)
  if (tags[0] === undefined) return
  yield {
    message: `${called} holds ${many(tags.length, 'the HTML tag', 'HTML tags', tags[0].slice(0, 40))}.`,
    help:
      field.kind === 'prose'
        ? 'Write it as Markdown, or remove the tags.'
        : 'Remove the tags: the field is plain text.',
    pointer,
    ...excerptAt(field.text, offset, tags[0]),
    ...(isLossless &&
      untagged !== '' && {
        fix: {
          title: 'Remove the HTML tags',
          safe: false,
          changes: [{ kind: 'set' as const, pointer, value: untagged }],
        },
      }),
  }
}

function many(count: number, one: string, several: string, first: string): string {
  return count === 1 ? `${one} \`${first}\`` : `${counted(count, '', several)}, the first \`${first}\``
}
