import { listedLibrary } from '../load/listed-library.ts'
import { readRegularFile } from '../load/read-bytes.ts'
import type { Settings } from '../load/settings.ts'
import { type UncheckedLibrary, uncheckedLibrary } from '../load/unchecked-library.ts'
import { Digester } from './digester.ts'
import { LinkTable } from './links/link-table.ts'
import type { LintOptions } from './lint-options.ts'
import { type DigestedPart, digestPart } from './part-digester.ts'
import { digestsFrom, type Notable, notableOf } from './plain-digest.ts'
import { RulePlan } from './rule-plan.ts'
import { ruleSettings } from './rule-settings.ts'
import { RULES } from './rules/index.ts'

/** What helpers have to know to lint files. */
interface DigestWork {
  readonly settings: Pick<Settings, 'dir' | 'extra'>
  readonly fingerprint: string
  readonly tags: LintOptions['tags']
  readonly today: string
  /** Whether hashes of the files' contents are wanted. */
  readonly isHashed: boolean
}

/** What a helper sends. */
interface SentPart extends Notable {
  readonly ends: Int32Array
  readonly words: Int32Array
  readonly hashes: DigestedPart['hashes']
}

/** What to tell helpers; undefined when they could not lint by the same rules. */
export function digestWork(library: UncheckedLibrary, options: LintOptions): DigestWork | undefined {
  const { fingerprint, tags, today } = options
  if (fingerprint === undefined) return undefined
  const { dir, extra, kept } = library
  return { settings: { dir, extra }, fingerprint, tags, today, isHashed: kept !== undefined }
}

/** Makes a thread ready to lint files: what it gives takes their paths. */
export async function digestParts(work: unknown): Promise<(part: unknown) => Promise<unknown>> {
  const { settings, fingerprint, tags, today, isHashed } = work as DigestWork
  const [config, given] = JSON.parse(fingerprint)
  const bytesOf = (path: string) => readRegularFile(`${settings.dir}/${path}`)
  const files = { paths: [], findings: [], bytesOf }
  const library = await uncheckedLibrary(listedLibrary(settings, files))
  const options = { ...ruleSettings(config, given, RULES).settings, rules: RULES, tags, today }
  const digester = new Digester(library, options, new RulePlan(options))
  const hash = isHashed ? (await import('../load/memo/content-hash.ts')).contentHash : undefined
  return async part => {
    const { digests, links, hashes } = await digestPart(part as string[], digester, { bytesOf, hash })
    const { words, rowEnds } = links
    return { ...notableOf(digests), ends: rowEnds.slice(), words: words.slice(), hashes } satisfies SentPart
  }
}

/** What a helper has sent, for the paths that it was given. */
export function receivedPart(sent: unknown, paths: readonly string[]): DigestedPart {
  const { ends, words, hashes, ...told } = sent as SentPart
  return { digests: digestsFrom(told, paths), links: LinkTable.of(ends, words), hashes }
}
