import { jsonText } from '../../model/json-text.ts'

const KEY = 'yaml.schemas'

/** Which schema each file of a library has: globs by address, as the YAML extension of VS Code takes them. */
export type SchemaGlobs = Readonly<Record<string, string>>

/**
 * @param card the address of the card schema
 * @param dir the library's directory, relative to the editor's folder, with forward slashes
 * @param config the config, in the same way
 */
export function schemaGlobs(card: string, dir: string, config: string): SchemaGlobs {
  const address = (name: string) => card.replace('card.schema', `${name}.schema`)
  return {
    // Ten characters, as IDs have: `*.yaml` would take the registries as well, and older versions know no `!`.
    [address('card')]: `${dir}/**/??????????.yaml`,
    [address('venues')]: `${dir}/venues.yaml`,
    [address('pages')]: `${dir}/pages.yaml`,
    [address('config')]: config,
  }
}

/** Editor settings that hold these alone. */
export function editorSettings(globs: SchemaGlobs): string {
  return `${jsonText({ [KEY]: globs }, 2)}\n`
}

/** Whether settings name all these schemas already. */
export function hasSchemas(settings: string, globs: SchemaGlobs): boolean {
  return Object.keys(globs).every(address => settings.includes(jsonText(address)))
}

/**
 * Settings with these added in front of the others, which stay as they are.
 * @returns undefined where that is not sure to be right: for what is more than plain JSON (comments, a comma too
 *   many), and where schemas are set already
 */
export function withSchemas(settings: string, globs: SchemaGlobs): string | undefined {
  const before = parsed(settings)
  if (before === undefined || Object.hasOwn(before, KEY)) return undefined
  const at = settings.indexOf('{') + 1
  const lineEnd = settings.includes('\r\n') ? '\r\n' : '\n'
  const rest = settings.slice(at)
  const indent = /^\s*\n([ \t]+)/.exec(rest)?.[1] ?? '  '
  const isEmpty = Object.keys(before).length === 0
  const lines = JSON.stringify({ [KEY]: globs }, undefined, indent)
    .split('\n')
    .slice(1, -1)
    .join(lineEnd)
  const added = `${lineEnd}${lines}${isEmpty ? lineEnd : `,${/^\s*\n/.test(rest) ? '' : `${lineEnd}${indent}`}`}`
  const after = settings.slice(0, at) + added + (isEmpty ? rest.trimStart() : rest)
  const wanted = { [KEY]: globs, ...before }
  return JSON.stringify(parsed(after)) === JSON.stringify(wanted) ? after : undefined
}

/** The object that a JSON text is; undefined for any other text. */
function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
