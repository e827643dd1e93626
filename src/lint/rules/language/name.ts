import { languageCode } from '../../../model/language-code.ts'
import { cardRule } from '../../rule.ts'

export const name = cardRule({
  id: 'language/name',
  severity: 'warning',
  summary: 'a language by its name, `English`, instead of its code, `en`',
  why: 'It has the form of a BCP 47 tag, so nothing refuses it, but no language has a code of more than three letters: citation styles fall back to another language, and searches for `en` miss the card.',
  fixes: 'safe',
  examples: {
    bad: ['language: English\n', 'language: Deutsch\n', 'language: english-US\n'],
    good: ['language: en\n', 'language: zh-Hant-TW\n', 'language: haw\n'],
  },
  check({ fields: { language } }) {
    // RFC 5646, section 2.2.1: of four to eight letters none is registered.
    if (language === undefined || !/^[A-Za-z]{4,8}(?:-|$)/.test(language)) return []
    const [primary = '', ...subtags] = language.split('-')
    const code = languageCode(primary)
    const value = code === undefined ? undefined : [code, ...subtags].join('-')
    return [
      {
        message: `\`${language}\` is no language code.`,
        help: value === undefined ? 'Write the code, such as `en` or `pt-BR`.' : `Write \`${value}\`.`,
        pointer: ['language'],
        ...(value !== undefined && {
          fix: {
            title: `Write \`${value}\``,
            safe: true,
            changes: [{ kind: 'set' as const, pointer: ['language'], value }],
          },
        }),
      },
    ]
  },
})
