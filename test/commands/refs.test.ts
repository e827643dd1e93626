import { describe, expect, it } from 'vitest'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

describe('cards refs', () => {
  const cwd = () => directoryWith({ 'cards/MDc4MjQ5Yj.yaml': cardText('MDc4MjQ5Yj'), 'a.md': 'MDc4MjQ5Yj\n' })

  it.each([
    [[], "error: Check, rewrite or update?\nFor example: `cards refs check 'docs/**/*.md'`\n"],
    [['chek', 'a.md'], 'error: There is no `cards refs chek`.\nDid you mean `check`?\n'],
    [['a.md'], "error: There is no `cards refs a.md`.\nFor example: `cards refs check 'docs/**/*.md'`\n"],
    [['check'], "error: No document is named.\nFor example: `cards refs check 'docs/**/*.md'`\n"],
    [
      ['check', 'b.md'],
      'error: No file matches b.md.\nCheck the path; documents are found from this directory on.\n',
    ],
    [
      ['check', 'a.md', '--yes'],
      'error: --yes belongs to `cards refs rewrite` and `cards refs update`.\nSee `cards refs --help`.\n',
    ],
    [
      ['rewrite', 'a.md', '--page', 'a'],
      'error: --page belongs to `cards refs update`.\nSee `cards refs --help`.\n',
    ],
    [
      ['check', 'a.md', '--key', 'extra.citekye'],
      'error: No card has extra.citekye, and cards.config.yaml does not declare it.\nGive id, author-year-title, or the field in which cards hold keys.\n',
    ],
  ])('%j is told what is wrong', async (args, stderr) => {
    expect(await runCards(['refs', ...args], { cwd: cwd() })).toMatchObject({
      stdout: '',
      stderr,
      exitCode: 2,
    })
  })
})
