import { expect, it } from 'vitest'
import { findSettings } from '../../src/load/settings.ts'
import { directoryWith } from '../support/library.ts'

it.each([
  [
    'with text in place of the list of files',
    'lint: { overrides: [{ files: drafts/**, rules: {} }] }\n',
    'cards.config.yaml:1:30: `files` must be a list, but is `drafts/**`.',
  ],
  [
    'without rules',
    'lint:\n  overrides:\n    - files: [drafts/**]\n',
    'cards.config.yaml:3:7: An item of `overrides` needs `rules`, which is missing.',
  ],
  [
    'without files, after one that is right',
    'lint:\n  overrides:\n    - { files: [a], rules: {} }\n    - rules: { "*": "off" }\n',
    'cards.config.yaml:4:7: An item of `overrides` needs `files`, which is missing.',
  ],
])('refuses an override %s, with its place', async (_, config, message) => {
  const cwd = directoryWith({ 'cards.config.yaml': config })
  await expect(findSettings({ cwd })).rejects.toThrow(message)
})
