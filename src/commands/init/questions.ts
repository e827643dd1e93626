import { join } from 'node:path'
import { pathKind } from '../../load/path-kind.ts'
import { readIfThere } from '../../load/read-inputs.ts'
import { shownPath } from '../../load/settings.ts'
import type { Context } from '../command.ts'
import type { Prompts } from '../prompts.ts'
import { GITHUB_WORKFLOW } from './ci.ts'
import type { InitChoices } from './items.ts'
import { type InitPlace, initPlace } from './place.ts'

/** Asks for the library's directory, unless a config says it. */
export async function askedPlace(prompts: Prompts, usual: InitPlace, context: Context): Promise<InitPlace> {
  if (usual.settings.configFile !== undefined) return usual
  const initial = shownPath(usual.dir, context.cwd)
  const check = (answer: string) => (answer === '' ? 'A directory needs a name.' : undefined)
  const answer = await prompts.text('In which directory are the cards to be?', { initial, check })
  return answer === initial ? usual : initPlace(context, answer, false)
}

/** Asks for which editor settings are wanted, unless they are there. */
export async function askedEditor(prompts: Prompts, { base }: InitPlace): Promise<InitChoices['editor']> {
  if (hasEditor(base)) return 'vscode'
  return prompts.choose('Settings for an editor?', [
    { value: 'vscode', label: 'VS Code', hint: 'completes and checks cards, with its YAML extension' },
    { value: 'none', label: 'none' },
  ])
}

function hasEditor(base: string): boolean {
  return readIfThere(join(base, '.vscode', 'settings.json'))?.includes('card.schema.json') ?? false
}

/** Asks where checks are to run, unless that is settled. */
export async function askedCi(prompts: Prompts, place: InitPlace): Promise<InitChoices['ci']> {
  const services = [
    { value: 'github', label: 'GitHub Actions' },
    { value: 'gitlab', label: 'GitLab CI' },
    { value: 'none', label: 'none' },
  ] as const
  const usual = usualCi(place)
  if (usual === 'github' && hasWorkflow(place)) return usual
  const first = services.filter(({ value }) => value === usual)
  return prompts.choose<InitChoices['ci']>('Check the cards of each change in CI?', [
    ...first,
    ...services.filter(({ value }) => value !== usual),
  ])
}

function hasWorkflow({ root, base }: InitPlace): boolean {
  return pathKind(join(root ?? base, GITHUB_WORKFLOW)) !== undefined
}

/** Where checks run unless somebody says otherwise: where the repository has others. */
export function usualCi({ root }: InitPlace): InitChoices['ci'] {
  if (root === undefined) return 'none'
  return pathKind(join(root, '.gitlab-ci.yml')) === undefined ? 'github' : 'gitlab'
}
