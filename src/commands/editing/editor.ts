import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'

/**
 * Opens a file in the user's editor, and waits until that ends.
 * @throws CardsError when there is none, or it ends with an error
 */
export async function runEditor(context: Context, path: string): Promise<void> {
  const editor = await editorOf(context)
  const code = await context.runProgram(editorCommand(editor, path, context.platform))
  if (code === 0) return
  // What a shell says of a program that it does not find, or may not run.
  if (code === 126 || code === 127)
    throw new CardsError(
      'io',
      `The editor \`${editor}\` could not be started.`,
      'Name another in the environment variable VISUAL or EDITOR.',
    )
  throw new CardsError(
    'no',
    `The editor ended with an error (exit code ${code}); the card was left as it was.`,
  )
}

async function editorOf(context: Context): Promise<string> {
  const { env } = context
  const named = env.VISUAL?.trim() || env.EDITOR?.trim()
  if (named) return named
  // Without a terminal, an editor that asks for keys would wait for ever.
  if (context.isTerminal || (await context.prompts())) return context.platform === 'win32' ? 'notepad' : 'vi'
  throw new CardsError(
    'usage',
    'There is no terminal to open an editor on.',
    'Say what to change with --set, --unset, --add or --remove; or name an editor in EDITOR.',
  )
}

/**
 * The words that open a file in an editor, which may come with arguments and quotes. As with git, a shell reads what
 * the user has set, and the path is none of its business.
 */
export function editorCommand(editor: string, path: string, platform: string): string[] {
  if (platform !== 'win32') return ['sh', '-c', `${editor} "$@"`, 'sh', path]
  const words = [...editor.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word)
  // Many an editor there is a script, which only its shell can run; `call` keeps that from taking quotes away.
  return ['cmd', '/d', '/c', 'call', ...words, path]
}
