import { describe, expect, it } from 'vitest'
import { editorCommand } from '../../../src/commands/editing/editor.ts'

describe('the command that opens a file in an editor', () => {
  it('leaves what the user has set to a shell, and keeps the path out of its sight', () => {
    expect(editorCommand('"/a b/ed" -x', '/tmp/$(x)/y.yaml', 'linux')).toEqual([
      'sh',
      '-c',
      '"/a b/ed" -x "$@"',
      'sh',
      '/tmp/$(x)/y.yaml',
    ])
  })

  it('goes by way of cmd on Windows', () => {
    expect(editorCommand('"C:\\a b\\code.cmd" --wait', 'C:\\t\\y.yaml', 'win32')).toEqual([
      'cmd',
      '/d',
      '/c',
      'call',
      'C:\\a b\\code.cmd',
      '--wait',
      'C:\\t\\y.yaml',
    ])
  })
})
