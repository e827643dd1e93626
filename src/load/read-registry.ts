import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FILE_START, type Finding } from '../model/finding.ts'
import type { Page, Venue } from '../model/schema-types.generated.ts'
import { decode } from './decode.ts'
import { codeOf } from './find-files.ts'
import { readBySchema } from './read-by-schema.ts'
import { readBytes } from './read-bytes.ts'
import { registryExcerpt } from './registry-excerpt.ts'

/** A registry's entries, as far as they are right, and what is wrong with the others. */
export interface ReadRegistry<Entry> {
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
}

/** Whether an entry's text, in lower case, may be one that is needed. */
export type Wanted = (entry: string) => boolean

/**
 * Reads venues.yaml; a library without one has no venues.
 * @param wanted reads only these entries, where that can be done
 */
export function readVenues(root: string, wanted?: Wanted): Promise<ReadRegistry<Venue>> {
  return readRegistry<Venue>(root, 'venues', wanted)
}

/**
 * Reads pages.yaml; a library without one knows no pages.
 * @param wanted reads only these entries, where that can be done
 */
export function readPages(root: string, wanted?: Wanted): Promise<ReadRegistry<Page>> {
  return readRegistry<Page>(root, 'pages', wanted)
}

async function readRegistry<Entry>(
  root: string,
  name: 'venues' | 'pages',
  wanted: Wanted | undefined,
): Promise<ReadRegistry<Entry>> {
  const file = `${name}.yaml`
  const path = join(root, file)
  if (!existsSync(path)) return { entries: [], findings: [] }
  let bytes: Uint8Array
  try {
    bytes = readBytes(path)
  } catch (error) {
    const message = `The file cannot be read: ${codeOf(error)}.`
    const help = 'Check its permissions.'
    return {
      entries: [],
      findings: [
        { rule: 'file/unreadable', severity: 'error', message, help, file, range: FILE_START, pointer: '' },
      ],
    }
  }
  const { text, problem } = decode(bytes)
  const excerpt = problem || !wanted ? undefined : registryExcerpt(text, wanted)
  if (excerpt === '') return { entries: [], findings: [] }
  const value = problem ? undefined : ((excerpt && readBySchema(name, excerpt)) ?? readBySchema(name, text))
  // The schema has been held to it, so each item is an entry.
  if (value !== undefined) return { entries: value as Entry[], findings: [] }
  const { examine, textFinding } = await import('./examine.ts')
  if (problem) return { entries: [], findings: [textFinding(problem, file)] }
  const examined = examine(name, text, file)
  return {
    entries: Array.isArray(examined.value) ? (examined.value as Entry[]) : [],
    findings: examined.findings,
  }
}
