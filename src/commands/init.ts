import { shownPath } from '../load/settings.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { neutralLine } from '../model/neutral.ts'
import { fitTable } from '../render/table.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { type InitChoices, type InitItem, initItems, makeItems } from './init/items.ts'
import { type InitPlace, initPlace } from './init/place.ts'
import { askedCi, askedEditor, askedPlace, usualCi } from './init/questions.ts'
import { flag, text } from './option.ts'
import { patchText } from './patch-text.ts'

export const init = defineCommand({
  usage: '[dir]',
  description:
    'Makes a library: its directory (cards/ unless another is named), a config in which each setting is explained, some well-known venues, settings for VS Code, and a check for CI. What is there already stays as it is, so it can be run again to add what is missing. On a terminal, without options, it asks first.',
  examples: [
    ['cards init', 'a library in cards/'],
    ['cards init research/sources --ci none', 'elsewhere, without a check in CI'],
    ['cards init --venues none --editor none --dry-run', 'what would be made'],
  ],
  options: {
    venues: text('--venues <which>', 'the venues to begin with: starter or none (default: starter)'),
    editor: text('--editor <which>', 'settings for an editor: vscode or none (default: vscode)'),
    ci: text(
      '--ci <which>',
      "a check for CI: github, gitlab or none (default: in a repository GitHub's, or GitLab's where it is used)",
    ),
    force: flag('--force', 'also within the directory of another library'),
    dryRun: flag('--dry-run', 'write nothing, show what would be written'),
  },
  async run(context, [given], options): Promise<Result> {
    if (given?.trim() === '')
      throw new CardsError('usage', 'The directory has no name.', 'Leave it out for cards/.')
    const chosen = {
      venues: oneOf('--venues', options.venues, ['starter', 'none']),
      editor: oneOf('--editor', options.editor, ['vscode', 'none']),
      ci: oneOf('--ci', options.ci, ['github', 'gitlab', 'none']),
    }
    const usual = await initPlace(context, given, options.force)
    const isBare =
      given === undefined && !options.force && Object.values(chosen).every(value => value === undefined)
    const prompts = isBare && !options.dryRun ? await context.prompts() : undefined
    const place = prompts ? await askedPlace(prompts, usual, context) : usual
    const choices: InitChoices = {
      venues: chosen.venues ?? 'starter',
      editor: chosen.editor ?? (prompts ? await askedEditor(prompts, place) : 'vscode'),
      ci: chosen.ci ?? (prompts ? await askedCi(prompts, place) : usualCi(place)),
    }
    const planned = initItems(place, choices, context)
    const items = options.dryRun ? planned : makeItems(planned)
    const rows = items.map(item => [word(item, options.dryRun), item.name, item.purpose] as const)
    return {
      text: options.dryRun ? dryPatch(items, place, context) : list(rows, context),
      notes: [
        ...(options.dryRun
          ? [...rows.map(row => `${row[0]} ${row[1]}: ${row[2]}`), 'Nothing was written.']
          : []),
        ...items.flatMap(advice),
        ...(options.dryRun ? [] : [next(items, place, context)]),
      ],
      exitCode: 0,
    }
  },
})

function oneOf<const T extends string>(
  option: string,
  given: string | undefined,
  known: readonly T[],
): T | undefined {
  const found = known.find(each => each === given)
  if (found !== undefined || given === undefined) return found
  const hint = didYouMean(given, known, `For example: ${option} ${known[0]}`)
  throw new CardsError(
    'usage',
    `${option} takes ${known.slice(0, -1).join(', ')} or ${known.at(-1)}, not \`${given}\`.`,
    hint,
  )
}

function word({ state }: InitItem, isDryRun: boolean): string {
  switch (state) {
    case 'new':
      return isDryRun ? 'would make' : 'made'
    case 'extended':
      return isDryRun ? 'would add to' : 'added to'
    case 'there':
      return 'there already'
    case 'left':
      return 'not changed'
  }
}

type Row = readonly [word: string, name: string, purpose: string]

function list(rows: readonly Row[], { terminal, isTerminal }: Context): string {
  if (!isTerminal) return rows.map(row => `${row.map(neutralLine).join('\t')}\n`).join('')
  const lines = fitTable(
    [
      { heading: '', min: 4, priority: 8, styles: ['muted'] },
      { heading: '', min: 30, priority: 9 },
      { heading: '', min: 24, priority: 3, grow: true, styles: ['muted'] },
    ],
    rows,
    terminal,
  )
  return `${lines.join('\n')}\n`
}

function dryPatch(items: readonly InitItem[], { root, base }: InitPlace, context: Context): string {
  const names = new Map(items.map(({ path, name }) => [path, name]))
  const changes = items.flatMap(({ change }) => change ?? [])
  return patchText(changes, context, path => names.get(path) ?? path, root ?? base)
}

function advice({ name, missing }: InitItem): string[] {
  if (missing === undefined) return []
  const lines = missing.split('\n').map(line => `  ${line}`)
  return [`${name} is yours, so add this to it by hand:\n${lines.join('\n')}`]
}

function next(items: readonly InitItem[], { base }: InitPlace, { cwd }: Context): string {
  const isNew = items.some(({ state }) => state === 'new' || state === 'extended')
  if (!isNew) return 'Everything is there already.'
  const there = base === cwd ? '' : `In ${shownPath(base, cwd)}: `
  return `${there}\`cards add URL\` makes the first card, \`cards lint\` then checks all, \`cards venues\` lists the venues.`
}
